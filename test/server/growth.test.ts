import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { roomLimits } from '../../server/limits.ts'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { Colleague } from '../bench/week/colleague.ts'
import { openFigures } from '../bench/week/figures.ts'
import { contentOf } from '../support/guarded-room.ts'
import { openWorld, type World } from '../support/world.ts'

const foldAfter = 40
let world: World

beforeEach(async () => {
  world = await openWorld({
    body: { settings: { editing: 'anyone', reveal: 'immediate' } },
    surroundings: { roomLimits: { ...roomLimits, foldAfter } },
  })
})

afterEach(() => world.close())

describe('a board that is edited on and on', () => {
  it('[JOURNAL11] keeps its logs short and its file within a few times what it holds, and loses nothing', async () => {
    const witness = world.fay.board()
    await witness.synced()
    const people = await Promise.all(['ana', 'ben', 'cem', 'dea'].map((name) => world.person(name, 'participant')))
    const colleagues = people.map((person, index) => new Colleague(person, index + 1))
    const { agenda } = readFlat(witness.doc, 'session')
    const figures = openFigures(world.dataDir)
    const longest: number[] = []
    let edits = 0
    for (let hour = 0; hour < 3; hour++) {
      await Promise.all(
        colleagues.map((colleague) =>
          colleague.visit(70, () => {
            edits += 1
            longest.push(figures.read().longestLog)
          }),
        ),
      )
      await world.fay.command({ type: 'phase.go', phase: agenda[hour + 3]!.id })
    }
    expect([edits, Math.max(...longest) > foldAfter / 2, Math.max(...longest) < foldAfter * 1.5]).toEqual([
      840,
      true,
      true,
    ])
    const { fileBytes, logBytes, snapshotBytes, copyBytes } = figures.read()
    expect(fileBytes).toBeLessThan(3 * (logBytes + snapshotBytes + copyBytes) + 512 * 1024)

    figures.close()
    const [content, notes] = [contentOf(witness.doc), readEntries(witness.doc, 'notes').length]
    await world.restart()
    const stranger = world.fay.board()
    await stranger.synced()
    expect(notes).toBeGreaterThan(5)
    expect(contentOf(stranger.doc)).toEqual(content)
  })
})
