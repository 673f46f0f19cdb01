import * as v from 'valibot'
import { boardFileFormat, boardFileVersion } from '../api/board-file.ts'
import { id, instant } from '../document/values.ts'
import { boardFromExample } from '../incident/example-board.ts'
import type { IncidentExample } from '../incident/examples.ts'
import { severities } from '../incident/severity.ts'
import { horizons } from '../review/action.ts'

const words = v.string()
const list = v.array(words)
const level = v.picklist(['high', 'medium', 'low'])
const moment = v.exactOptional(instant)

/** A published incident with its review, as the shipped examples lie in their files. */
export const writeUp = v.strictObject({
  slug: id,
  title: words,
  organisation: words,
  sourceUrl: words,
  severity: v.picklist(severities.map((each) => each.id)),
  services: list,
  summary: words,
  impact: v.strictObject({ users: words, business: words, duration_minutes: v.number(), regions: list }),
  milestones: v.strictObject({
    started: moment,
    detected: moment,
    escalated: moment,
    mitigation_started: moment,
    restored: moment,
    closed: moment,
  }),
  timeline: v.array(v.strictObject({ at: instant, event: words, actor: words, action: v.exactOptional(words) })),
  rootCause: v.strictObject({ statement: words, technicalDetails: list, evidence: list }),
  contributingFactors: v.array(
    v.strictObject({
      name: words,
      category: v.picklist(['technical', 'process', 'human', 'external']),
      severity: level,
      evidence: v.exactOptional(words),
    }),
  ),
  fiveWhys: list,
  notes: v.record(words, list),
  themes: v.array(v.strictObject({ label: words, notes: list })),
  actions: v.array(
    v.strictObject({
      title: words,
      horizon: v.picklist(horizons),
      priority: level,
      kind: v.picklist(['prevent', 'mitigate', 'detect', 'process']),
      verification: v.exactOptional(words),
    }),
  ),
}) satisfies v.GenericSchema<unknown, IncidentExample>

/** The board file that a write-up makes, with every fact of it; to be checked as any other. */
export function boardOfWriteUp(example: IncidentExample): unknown {
  const { title, ...board } = boardFromExample(example, { withNotes: true })
  return { format: boardFileFormat, version: boardFileVersion, board: { id: example.slug, title }, ...board }
}
