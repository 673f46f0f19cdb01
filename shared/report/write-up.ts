import * as v from 'valibot'
import { boardFileFormat, boardFileVersion } from '../api/board-file.ts'
import { id } from '../document/values.ts'
import { boardFromExample } from '../incident/example-board.ts'
import type { IncidentExample } from '../incident/examples.ts'

const words = v.string()
const list = v.array(words)

/** A published incident with its review, as the shipped examples lie in their files. */
export const writeUp = v.strictObject({
  slug: id,
  title: words,
  organisation: words,
  sourceUrl: words,
  severity: words,
  services: list,
  summary: words,
  impact: v.strictObject({ users: words, business: words, duration_minutes: v.number(), regions: list }),
  milestones: v.strictObject({
    started: v.exactOptional(words),
    detected: v.exactOptional(words),
    escalated: v.exactOptional(words),
    mitigation_started: v.exactOptional(words),
    restored: v.exactOptional(words),
    closed: v.exactOptional(words),
  }),
  timeline: v.array(v.strictObject({ at: words, event: words, actor: words, action: v.exactOptional(words) })),
  rootCause: v.strictObject({ statement: words, technicalDetails: list, evidence: list }),
  contributingFactors: v.array(
    v.strictObject({ name: words, category: words, severity: words, evidence: v.exactOptional(words) }),
  ),
  fiveWhys: list,
  notes: v.record(words, list),
  themes: v.array(v.strictObject({ label: words, notes: list })),
  actions: v.array(
    v.strictObject({
      title: words,
      horizon: words,
      priority: words,
      kind: words,
      verification: v.exactOptional(words),
    }),
  ),
}) satisfies v.GenericSchema<unknown, IncidentExample>

/** The board file that a write-up makes, with every fact of it; to be checked as any other. */
export function boardOfWriteUp(example: IncidentExample): unknown {
  const { title, ...board } = boardFromExample(example, { withNotes: true })
  return { format: boardFileFormat, version: boardFileVersion, board: { id: example.slug, title }, ...board }
}
