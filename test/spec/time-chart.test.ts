import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { silencesBefore, silenceText } from '../../shared/incident/silences.ts'
import { axisTicks, nearestMark, timeCharts } from '../../shared/incident/time-chart.ts'

const at = (clock: string) => `2026-03-02T${clock}:00Z`
const minutes = (...all: readonly number[]) => all.map((each) => each * 60_000)
const inMinutes = (all: readonly (number | null)[]) => all.map((each) => each && each / 60_000)

describe('a silence', () => {
  it('[TIME12] stands out from what is usual on its timeline', () => {
    expect(inMinutes(silencesBefore(minutes(0, 5, 9, 14, 18, 56, 60)))).toEqual([
      null,
      null,
      null,
      null,
      null,
      38,
      null,
    ])
    expect(inMinutes(silencesBefore(minutes(0, 1, 2, 3, 4, 12)))).toEqual([null, null, null, null, null, null])
  })

  it('[TIME12] is told in hours and minutes, and in days where it has many', () => {
    expect(minutes(95, 119 * 60, 657 * 60 + 47).map(silenceText)).toEqual([
      ...['1 h 35 min without an event', '119 h without an event', '27 days without an event'],
    ])
  })

  it('[TIME12] is an hour in any case, and half of one among few events', () => {
    expect(inMinutes(silencesBefore(minutes(0, 61, 122, 183, 244)))).toEqual([null, 61, 61, 61, 61])
    expect(inMinutes(silencesBefore(minutes(0, 29, 59)))).toEqual([null, null, 30])
    expect(silencesBefore([])).toEqual([])
  })
})

describe('a drawn timeline', () => {
  const event = (id: string, clock: string, milestone: 'detected' | null = null) => ({
    ...{ id, at: at(clock), milestone },
    kind: milestone === null ? ('observation' as const) : ('milestone' as const),
  })
  const started = { started: { at: at('10:00'), from: 'record' } } as const

  it('[FACTS12] holds every event where it was, from the first moment known to the last', () => {
    const { whole } = timeCharts([event('b', '10:30', 'detected'), event('a', '10:15'), event('c', '11:40')], {
      ...started,
      detected: { at: at('10:30'), from: 'timeline' },
    })
    expect(whole).toMatchObject({
      start: Date.parse(at('10:00')),
      marks: [
        { id: 'a', share: 0.15, marking: 'observation' },
        { id: 'b', share: 0.3, marking: 'detected' },
        { id: 'c', share: 1, marking: 'observation' },
      ],
      stretches: [{ stretch: 'unnoticed', from: 0, to: 0.3, ms: 1_800_000 }],
      silences: [{ from: 0.3, to: 1, ms: 4_200_000 }],
    })
  })

  it('[FACTS19] is of the incident alone, with a margin, where the whole leaves it no room', () => {
    const times = { ...started, restored: { at: at('10:20'), from: 'timeline' } } as const
    const events = [event('before', '00:00'), event('a', '10:00'), event('b', '10:10'), event('after', '10:23')]
    expect(timeCharts(events, times).incident).toMatchObject({
      start: Date.parse(at('09:58')),
      end: Date.parse(at('10:22')),
      marks: [{ id: 'a' }, { id: 'b', share: 0.5 }],
    })
    expect(timeCharts(events.slice(1), times).incident).toBeNull()
    expect(timeCharts(events, started).incident).toBeNull()
    expect(timeCharts([], {}).incident).toBeNull()
  })

  it('[FACTS12] is not drawn of fewer than two moments', () => {
    const few = [timeCharts([], {}), timeCharts([event('a', '10:00')], started), timeCharts([], started)]
    expect(few.map(({ whole }) => whole)).toEqual([null, null, null])
  })

  it('[FACTS12] tells which event is nearest', () => {
    const marks = (shares: readonly number[]) =>
      shares.map((share) => ({ id: String(share), share, marking: 'observation' as const }))
    expect(nearestMark([], 0.5)).toBeUndefined()
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(share, { minLength: 1 }), share, (shares, place) => {
        const sorted = shares.toSorted((a, b) => a - b)
        const least = Math.min(...sorted.map((each) => Math.abs(each - place)))
        expect(Math.abs((nearestMark(marks(sorted), place)?.share ?? 9) - place)).toBe(least)
      }),
    )
  })

  it('[FACTS12] has round moments along its axis, never more than there is room for', () => {
    const chart = { start: Date.parse(at('10:07')), end: Date.parse(at('12:20')) }
    expect(axisTicks(chart, 5).map(({ ms }) => new Date(ms).toISOString().slice(11, 16))).toEqual([
      '10:30',
      '11:00',
      '11:30',
      '12:00',
    ])
    const span = fc.record({ start: fc.integer({ min: 0, max: 1e12 }), ms: fc.integer({ min: 1, max: 1e11 }) })
    fc.assert(
      fc.property(span, fc.integer({ min: 2, max: 400 }), ({ start, ms }, most) => {
        const ticks = axisTicks({ start, end: start + ms }, most)
        expect(ticks.length).toBeLessThanOrEqual(most)
        expect(ticks.every(({ share }) => share >= 0 && share <= 1)).toBe(true)
      }),
    )
  })
})
