import * as Y from 'yjs'
import { readFlat } from '../../../shared/document/read.ts'
import { createDraft } from '../../../shared/document/write.ts'
import { defaultSections } from '../../../shared/review/sections.ts'
import { noteText } from '../contestant.ts'
import { Line } from '../line.ts'
import type { Measures, Scenario, Setting } from '../scenario.ts'
import { within } from '../typing.ts'

const draftsEach = 10

/** Everyone's drafts become notes at one command, on every screen. */
export const reveal: Scenario = {
  name: 'reveal',
  sizes: [200],
  of: 'people with 10 drafts',
  contestants: ['hindsight'],
  run,
}

async function run({ people, startHindsight }: Setting): Promise<Measures> {
  const { server, openReview } = await startHindsight()
  const review = await openReview(people, {})
  const writing = review.desks.map((seat) => new Line(seat, {}, new Y.Doc()))
  await Promise.all(writing.map((line) => line.synced))
  writing.forEach((line, person) => {
    for (let nth = 0; nth < draftsEach; nth++) {
      const { id: section } = defaultSections[nth % defaultSections.length]!
      createDraft(line.doc!, `draft-${person}-${nth}`, { section, text: noteText(nth), rank: `a${nth}` })
    }
  })
  await within(30_000, () => writing.every((line) => line.acknowledged >= line.said))

  const board = new Y.Doc()
  const seenAt: number[] = []
  let bytes = 0
  const watching = review.seats.map(
    (seat, person) =>
      new Line(
        seat,
        {
          document(update) {
            if (notesIn(update) !== people * draftsEach) return
            seenAt[person] = performance.now()
            bytes = update.length
          },
        },
        person === 0 ? board : undefined,
      ),
  )
  await Promise.all(watching.map((line) => line.synced))
  const phase = readFlat(board, 'session').agenda.find(({ kind }) => kind === 'discuss')?.id ?? ''
  const before = await server.usage()
  const startedAt = performance.now()
  await review.command({ type: 'phase.go', phase })
  const answeredMs = performance.now() - startedAt
  const allSaw = await within(30_000, () => Object.keys(seenAt).length === people)
  await new Promise(setImmediate)
  const after = await server.usage()
  await server.end()
  if (!allSaw) throw new Error(`${people - Object.keys(seenAt).length} people did not see it`)
  return {
    'first sees it ms': Math.min(...seenAt) - startedAt,
    'last sees it ms': Math.max(...seenAt) - startedAt,
    'answered ms': answeredMs,
    'CPU ms': after.cpuMs - before.cpuMs,
    'message KB': bytes / 1000,
  }
}

const counted = new Map<number, number>()

/** How many notes an update creates; the reveal is long, and everyone gets the same. */
function notesIn(update: Uint8Array): number {
  if (update.length < 1000) return 0
  const known = counted.get(update.length)
  if (known !== undefined) return known
  const notes = Y.decodeUpdate(update).structs.filter(
    (struct) => 'parent' in struct && String(struct.parent) === 'notes',
  ).length
  counted.set(update.length, notes)
  return notes
}
