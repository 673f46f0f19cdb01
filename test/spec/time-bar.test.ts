import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EffectiveTime } from '../../shared/incident/durations.ts'
import { labelled, timeBar } from '../../shared/incident/time-bar.ts'

const at = (clock: string): EffectiveTime => ({ at: `2018-10-21T${clock}:00Z`, from: 'record' })

describe('an incident drawn to scale', () => {
  it('[FACTS8] shows every known moment where it was, and what went on between', () => {
    const bar = timeBar({
      started: at('10:00'),
      detected: at('10:10'),
      'mitigation-started': at('10:30'),
      restored: at('11:20'),
      closed: at('11:40'),
    })
    expect(bar?.points.map(({ label, share }) => [label, share])).toEqual([
      ['Started', 0],
      ['Detected', 0.1],
      ['Mitigation started', 0.3],
      ['Restored', 0.8],
      ['Closed', 1],
    ])
    expect(bar?.segments).toEqual([
      { stretch: 'unnoticed', from: 0, to: 0.1, ms: 600_000 },
      { stretch: 'responding', from: 0.1, to: 0.3, ms: 1_200_000 },
      { stretch: 'mitigating', from: 0.3, to: 0.8, ms: 3_000_000 },
      { stretch: 'after', from: 0.8, to: 1, ms: 1_200_000 },
    ])
  })

  it('[FACTS8] makes one stretch of two where the moment between is unknown', () => {
    const bar = timeBar({ started: at('10:00'), 'mitigation-started': at('10:30'), restored: at('11:00') })
    expect(bar?.segments.map(({ stretch, from, to }) => [stretch, from, to])).toEqual([
      ['responding', 0, 0.5],
      ['mitigating', 0.5, 1],
    ])
  })

  it('[FACTS8] is not drawn while fewer than two different moments are known', () => {
    expect([
      timeBar({}),
      timeBar({ started: at('10:00') }),
      timeBar({ started: at('10:00'), detected: at('10:00') }),
    ]).toEqual([null, null, null])
  })

  it('[FACTS9] has no label that covers another', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 })
    fc.assert(
      fc.property(shares, fc.double({ min: 0.05, max: 0.5, noNaN: true }), (unsorted, width) => {
        const points = unsorted.toSorted((a, b) => a - b).map((share) => ({ share }))
        const spans = labelled(points, width).map(({ share, row, isFlipped }) => {
          const from = isFlipped ? share - width : share
          return { row, from, to: from + width }
        })
        const covering = spans.filter((a) =>
          spans.some((b) => a !== b && a.row === b.row && a.from < b.to && b.from < a.to),
        )
        expect(covering).toEqual([])
      }),
    )
  })

  it('[FACTS9] has no line to a label through another label on the same side of its point', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 7 })
    fc.assert(
      fc.property(shares, fc.double({ min: 0.05, max: 0.5, noNaN: true }), (unsorted, width) => {
        const points = unsorted.toSorted((a, b) => a - b).map((share) => ({ share }))
        const labels = labelled(points, width)
        const crossed = labels.filter(({ share, row, isFlipped }) => {
          const [from, to] = isFlipped ? [share - width, share] : [share, share + width]
          const beside = labels.filter((line) => line.isFlipped === isFlipped)
          return beside.some((line) => line.row > row && from < line.share && line.share < to)
        })
        expect(crossed).toEqual([])
      }),
    )
  })

  it('[FACTS9] has no line through a label that points the other way, where there is room between two moments', () => {
    const early = fc.array(fc.double({ min: 0, max: 0.3, noNaN: true }), { maxLength: 4 })
    const late = fc.array(fc.double({ min: 0.65, max: 1, noNaN: true }), { maxLength: 4 })
    fc.assert(
      fc.property(early, late, fc.double({ min: 0.05, max: 0.3, noNaN: true }), (left, right, width) => {
        const points = [...left, ...right].toSorted((a, b) => a - b).map((share) => ({ share }))
        const labels = labelled(points, width)
        const crossed = labels.filter(({ share, row, isFlipped }) => {
          const [from, to] = isFlipped ? [share - width, share] : [share, share + width]
          return labels.some((line) => line.row > row && from < line.share && line.share < to)
        })
        expect(crossed).toEqual([])
      }),
    )
    const turned = labelled([{ share: 0 }, { share: 0.6 }, { share: 0.8 }], 0.3)
    expect(turned.map(({ isFlipped }) => isFlipped)).toEqual([false, true, true])
  })

  it('[FACTS9] puts a label of the end below that of the moment before it', () => {
    const points = [0, 0.4, 0.88, 1].map((share) => ({ share }))
    expect(labelled(points, 0.3).map(({ row }) => row)).toEqual([0, 0, 1, 2])
  })

  it('[FACTS9] leads to crowded labels by lines that cross none of them', () => {
    const crowd = [0, 0.001, 0.012, 0.018, 1, 1].map((share) => ({ share }))
    expect(labelled(crowd, 0.3).map(({ row }) => row)).toEqual([3, 2, 1, 0, 0, 1])
  })
})
