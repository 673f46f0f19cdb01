import * as fc from 'fast-check'
import { nanoid } from 'nanoid'
import { describe, expect, it } from 'vitest'
import { idsInOrder } from '../../shared/incident/event-ids.ts'
import { orderedTimeline } from '../../shared/incident/timeline.ts'

const minutes = ['2026-03-02T14:05:00Z', '2026-03-02T14:06:00Z', '2026-03-02T14:07:00Z']

interface Told {
  readonly id: string
  readonly at: string
  readonly order: number
}

/** What stands on a timeline after lists of times were added to it, one list after the other. */
function toldAfter(lists: readonly (readonly string[])[]): readonly Told[] {
  const told: Told[] = []
  for (const list of lists) {
    const times = list.map((at) => ({ at }))
    const ids = idsInOrder(
      times,
      told.map(({ id, at }) => [id, { at }] as const),
      nanoid,
    )
    for (const [index, at] of list.entries()) told.push({ id: ids[index]!, at, order: told.length })
  }
  return told
}

describe('events of one moment', () => {
  it('[TIME13] stay in the order in which they were written, together or one after the other', () => {
    const lists = fc.array(fc.array(fc.constantFrom(...minutes), { maxLength: 20 }), { maxLength: 8 })
    fc.assert(
      fc.property(lists, (added) => {
        const told = toldAfter(added)
        expect(new Set(told.map(({ id }) => id)).size).toBe(told.length)
        const asWritten = [...told].sort((a, b) => minutes.indexOf(a.at) - minutes.indexOf(b.at) || a.order - b.order)
        expect(orderedTimeline(told).map(({ order }) => order)).toEqual(asWritten.map(({ order }) => order))
      }),
    )
  })

  it('[TIME13] stay so behind ids that came from elsewhere', () => {
    const behind = (other: string) =>
      idsInOrder([{ at: minutes[0]! }], [[other, { at: minutes[0]! }]], () => 'fresh-id')
    expect(['a', 'zzzz-1', 'e9', 'Zoë'].map((other) => behind(other)[0]! > other)).toEqual([true, true, true, true])
    expect(behind('zzzz')).toEqual(['fresh-id'])
  })
})
