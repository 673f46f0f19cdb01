import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differences, durations, durationText, effectiveTimes } from '../../shared/incident/durations.ts'
import { instantFromWallTime, timeInBothZones, wallTimeOf } from '../../shared/incident/local-time.ts'
import { instantOf } from '../../shared/incident/moment.ts'
import type { Milestone } from '../../shared/incident/record.ts'
import { heldInTime, reviewDueAt } from '../../shared/incident/review-due.ts'
import { needsReview, severities } from '../../shared/incident/severity.ts'
import { milestoneTimes, orderedTimeline } from '../../shared/incident/timeline.ts'
import { phase, removed } from './board.ts'

const event = (id: string, at: string, milestone: Milestone | null = null) => ({ id, at, milestone })

describe('a severity', () => {
  it('[SEV1] of 1 or 2 always needs a review', () => {
    expect(severities.map(({ id, label }) => [id, label, needsReview(id)])).toEqual([
      ['SEV-1', 'Critical', true],
      ['SEV-2', 'High', true],
      ['SEV-3', 'Medium', false],
      ['SEV-4', 'Low', false],
    ])
    expect(needsReview(null)).toBe(false)
  })
})

describe('a review', () => {
  const agenda = [phase('welcome'), phase('facts')]
  const restored = Date.parse('2026-03-02T10:00:00Z')
  const hour = 3_600_000
  const heldAfter = (hours: number) => ({
    agenda,
    visits: [
      { phase: 'welcome', at: restored },
      { phase: 'facts', at: restored + hours * hour },
    ],
  })

  it('[SEV2] is due 48 hours after the restore', () => {
    expect(reviewDueAt('2026-03-02T10:00:00Z')).toBe(Date.parse('2026-03-04T10:00:00Z'))
    expect(reviewDueAt(null)).toBeNull()
  })

  it('[SEV2] is held when its opening phase is first left', () => {
    expect(heldInTime(heldAfter(48), '2026-03-02T10:00:00Z')).toBe('in-time')
    expect(heldInTime(heldAfter(48.1), '2026-03-02T10:00:00Z')).toBe('late')
    expect(heldInTime({ agenda, visits: [{ phase: 'welcome', at: restored }] }, '2026-03-02T10:00:00Z')).toBe(
      'not-held-yet',
    )
    expect(heldInTime(heldAfter(1), undefined)).toBe('unknown')
  })

  it('[SEV2] is not held by reading the facts beforehand', () => {
    const at = (hours: number) => restored + hours * hour
    const visits = [
      { phase: 'facts', at: at(0) },
      { phase: 'welcome', at: at(1) },
      { phase: 'facts', at: at(50) },
    ]
    expect(heldInTime({ agenda, visits }, '2026-03-02T10:00:00Z')).toBe('late')
  })
})

describe('a timeline', () => {
  it('[TIME1] is in order of time, the bin left out', () => {
    const events = [
      event('c', '2026-03-02T10:00:00Z'),
      event('b', '2026-03-02T10:00Z'),
      event('a', '2026-03-02T10:00:00.500Z'),
      { ...event('d', '2026-03-02T09:00:00Z'), removed },
      event('e', '2026-03-01T23:00:00Z'),
    ]
    expect(orderedTimeline(events).map(({ id }) => id)).toEqual(['e', 'b', 'c', 'a'])
  })

  it('[TIME1] tells the earliest moment of each milestone', () => {
    const events = [
      event('b', '2026-03-02T10:05:00Z', 'detected'),
      event('a', '2026-03-02T10:03:00Z', 'detected'),
      event('c', '2026-03-02T10:01:00Z'),
    ]
    expect(milestoneTimes(events)).toEqual({ detected: '2026-03-02T10:03:00Z' })
  })
})

describe('the times of an incident', () => {
  const record = { startedAt: '2026-03-02T10:00:00Z', restoredAt: '2026-03-02T11:12:00Z' }
  const events = [
    event('a', '2026-03-02T10:01:00Z', 'started'),
    event('b', '2026-03-02T10:04:00Z', 'detected'),
    event('c', '2026-03-02T11:12:00.000Z', 'restored'),
  ]

  it('[TIME2] are the record’s, else the timeline’s', () => {
    expect(effectiveTimes(record, events)).toEqual({
      started: { at: '2026-03-02T10:00:00Z', from: 'record' },
      detected: { at: '2026-03-02T10:04:00Z', from: 'timeline' },
      restored: { at: '2026-03-02T11:12:00Z', from: 'record' },
    })
  })

  it('[TIME3] are both told where they differ', () => {
    expect(differences(record, events)).toEqual([
      { milestone: 'started', record: '2026-03-02T10:00:00Z', timeline: '2026-03-02T10:01:00Z' },
    ])
  })

  it('[TIME5] give the durations, or leave them unknown', () => {
    const minute = 60_000
    expect(durations(record, events)).toEqual({
      detect: 4 * minute,
      escalate: 'unknown',
      mitigate: 'unknown',
      restore: 68 * minute,
      total: 72 * minute,
    })
    const contradictory = { ...record, detectedAt: '2026-03-02T09:00:00Z', escalatedAt: '2026-03-02T10:20:00Z' }
    expect(durations(contradictory, [])).toEqual({
      detect: 'unknown',
      escalate: 80 * minute,
      mitigate: 'unknown',
      restore: 132 * minute,
      total: 72 * minute,
    })
  })

  it('[TIME6] read in hours and minutes', () => {
    expect(
      [0, 43_000, 59_999, 27 * 60_000, 60 * 60_000, 72 * 60_000, 4380 * 60_000, 'unknown' as const].map(durationText),
    ).toEqual(['0 min', '43 s', '59 s', '27 min', '1 h', '1 h 12 min', '73 h', 'unknown'])
  })
})

describe('a time of day', () => {
  it('[TIME7] is shown in UTC and in the reader’s zone', () => {
    expect(timeInBothZones('2026-07-02T14:05:00Z', 'Europe/Berlin')).toBe('14:05 UTC · 16:05 CEST')
    expect(timeInBothZones('2026-07-02T14:05:00Z', 'America/New_York')).toBe('14:05 UTC · 10:05 EDT')
    expect(timeInBothZones('2026-07-02T23:05:30Z', 'Asia/Kolkata')).toBe('23:05:30 UTC · 04:35:30 IST (next day)')
    expect(timeInBothZones('2026-07-02T01:05:00Z', 'America/New_York')).toBe('01:05 UTC · 21:05 EDT (day before)')
    expect(timeInBothZones('2026-07-02T14:05:00Z', 'UTC')).toBe('14:05 UTC')
  })

  it('[TIME7] entered in a zone is shown there again', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe')
    const instants = fc
      .integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) })
      .map((ms) => instantOf(ms - (ms % 1000)))
    fc.assert(
      fc.property(zones, instants, (zone, instant) => {
        const wall = wallTimeOf(instant, zone)
        if (wall === null) throw new Error(instant)
        const again = instantFromWallTime(wall, zone)
        if (again === null) throw new Error(instant)
        expect(wallTimeOf(again, zone)).toEqual(wall)
      }),
    )
  })

  it('[TIME7] is clear when clocks change', () => {
    const berlin = (date: string, time: string) => instantFromWallTime({ date, time }, 'Europe/Berlin')
    expect(berlin('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00Z')
    expect(berlin('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00Z')
    expect(berlin('2026-03-29', '10:00')).toBe('2026-03-29T08:00:00Z')
    expect(berlin('2026-10-25', '10:00')).toBe('2026-10-25T09:00:00Z')
    expect(berlin('2026-03-29', '25:30')).toBeNull()
  })
})
