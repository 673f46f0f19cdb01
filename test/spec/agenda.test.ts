import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeAgenda, itemAfter, keepsDraftsPrivate, phaseKinds, plannedMinutes } from '../../shared/review/agenda.ts'
import { agendaFor, lengths, presets, shortened } from '../../shared/review/agenda-lengths.ts'
import { forecast, phaseTimes, sessionTime } from '../../shared/review/forecast.ts'
import { mergedLists } from '../../shared/review/merged-lists.ts'
import type { PhaseKind } from '../../shared/review/session.ts'
import { ofPlannedText } from '../../shared/review/time-taken.ts'
import { phase } from './board.ts'

const newId = () => {
  let made = 0
  return () => `item-${made++}`
}

const minute = 60_000

const running = (id: PhaseKind) => ({ agenda: [phase(id)], phase: id })

describe('an agenda', () => {
  it('[AGENDA1] comes in four lengths that add up', () => {
    expect(lengths.map((length) => plannedMinutes(agendaFor(length, newId())))).toEqual([45, 60, 75, 90])
    expect(agendaFor(75, newId()).map(({ minutes }) => minutes)).toEqual([5, 10, 10, 20, 8, 5, 12, 5])
  })

  it('[AGENDA1] takes an hour unless told otherwise', () => {
    expect(agendaFor(undefined, newId())).toEqual([
      { id: 'item-0', kind: 'welcome', title: 'Set the tone', minutes: 4 },
      { id: 'item-1', kind: 'facts', title: 'Review the facts', minutes: 8 },
      { id: 'item-2', kind: 'reflect', title: 'Reflect', minutes: 9 },
      { id: 'item-3', kind: 'discuss', title: 'Discuss', minutes: 15 },
      { id: 'item-4', kind: 'group', title: 'Find themes', minutes: 5 },
      { id: 'item-5', kind: 'vote', title: 'Prioritise', minutes: 4 },
      { id: 'item-6', kind: 'act', title: 'Plan actions', minutes: 11 },
      { id: 'item-7', kind: 'close', title: 'Wrap up', minutes: 4 },
    ])
  })

  it('[AGENDA1] is scaled to any other length, to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 480 }), (length) => {
        const agenda = agendaFor(length, newId())
        expect(agenda.map(({ kind }) => kind)).toEqual(phaseKinds)
        expect(plannedMinutes(agenda)).toBe(length)
        expect(agenda.every(({ minutes }) => Number.isInteger(minutes) && (minutes ?? 0) >= 1)).toBe(true)
      }),
    )
  })

  it('[AGENDA2] says what it shortened, and from how much', () => {
    expect(shortened(60).map(({ title, minutes, insteadOf }) => `${title} ${minutes} instead of ${insteadOf}`)).toEqual(
      [
        'Set the tone 4 instead of 5',
        'Review the facts 8 instead of 10',
        'Reflect 9 instead of 10',
        'Discuss 15 instead of 20',
        'Find themes 5 instead of 8',
        'Prioritise 4 instead of 5',
        'Plan actions 11 instead of 12',
        'Wrap up 4 instead of 5',
      ],
    )
    expect(shortened(45)).toContainEqual({
      kind: 'discuss',
      title: 'Discuss',
      minutes: presets[45].discuss,
      insteadOf: 20,
    })
    expect([shortened(75), shortened(90)]).toEqual([[], []])
  })

  it('[AGENDA3] may be reordered and cut around the phase that runs', () => {
    const next = [phase('vote'), phase('discuss')]
    expect(changeAgenda(running('discuss'), next, 0)).toEqual({ allowed: true, value: next })
  })

  it('[AGENDA3] does not lose the phase that runs, nor have two items of one id', () => {
    expect(changeAgenda(running('discuss'), [phase('vote')], 0)).toEqual({
      allowed: false,
      reason: 'drops-current-phase',
    })
    expect(changeAgenda(running('vote'), [phase('vote'), phase('act', 5, 'vote')], 0)).toEqual({
      allowed: false,
      reason: 'same-id-twice',
    })
  })

  it('[AGENDA3] leads on from the phase that runs, and ends after the last', () => {
    const agenda = [phase('discuss'), phase('vote')]
    expect(itemAfter({ agenda, phase: 'discuss' })).toEqual(phase('vote'))
    expect(itemAfter({ agenda, phase: 'vote' })).toBeNull()
  })

  it('[PHASE1] keeps drafts private in the first three phases, unless the board reveals immediately', () => {
    const privateKinds = (reveal: 'together' | 'immediate') =>
      phaseKinds.filter((kind) => keepsDraftsPrivate(kind, { reveal }))
    expect(privateKinds('together')).toEqual(['welcome', 'facts', 'reflect'])
    expect(privateKinds('immediate')).toEqual([])
  })
})

describe('a forecast', () => {
  const agenda = [phase('welcome', 5), phase('facts', 10), phase('discuss', 20)]

  it('[AGENDA4] knows the planned end, and that a phase overran', () => {
    const visits = [
      { phase: 'welcome', at: 0 },
      { phase: 'facts', at: 5 * minute },
      { phase: 'discuss', at: 18 * minute },
    ]
    expect(forecast({ agenda, phase: 'discuss', visits }, 20 * minute)).toEqual({
      plannedEnd: 35 * minute,
      expectedEnd: 38 * minute,
      minutesBehind: 3,
    })
  })

  it('[AGENDA4] is ahead after a short phase', () => {
    const visits = [
      { phase: 'welcome', at: 0 },
      { phase: 'facts', at: 5 * minute },
      { phase: 'discuss', at: 9 * minute },
    ]
    expect(forecast({ agenda, phase: 'discuss', visits }, 9 * minute)?.minutesBehind).toBe(-6)
  })

  it('[AGENDA4] takes days of preparing as nothing', () => {
    const days = 3 * 24 * 60 * minute
    const preparing = [{ phase: 'welcome', at: 0 }]
    expect(forecast({ agenda, phase: 'welcome', visits: preparing }, days)).toEqual({
      plannedEnd: days + 30 * minute,
      expectedEnd: days + 30 * minute,
      minutesBehind: 0,
    })
    const begun = [...preparing, { phase: 'facts', at: days }]
    expect(forecast({ agenda, phase: 'facts', visits: begun }, days + 4 * minute)?.minutesBehind).toBe(0)
  })

  it('[AGENDA4] counts what was spent on both visits to a phase', () => {
    const visits = [
      { phase: 'welcome', at: 0 },
      { phase: 'facts', at: 5 * minute },
      { phase: 'discuss', at: 10 * minute },
      { phase: 'facts', at: 12 * minute },
    ]
    expect(forecast({ agenda, phase: 'facts', visits }, 14 * minute)).toEqual({
      plannedEnd: 35 * minute,
      expectedEnd: (14 + 3 + 18) * minute,
      minutesBehind: 0,
    })
  })

  it('[AGENDA5] tells planned and spent minutes of each phase that was entered', () => {
    const days = 3 * 24 * 60 * minute
    const visits = [
      { phase: 'welcome', at: 0 },
      { phase: 'facts', at: days },
      { phase: 'discuss', at: days + 10 * minute },
      { phase: 'facts', at: days + 12 * minute },
    ]
    expect(phaseTimes({ agenda, visits }, days + 14 * minute)).toEqual([
      { id: 'welcome', title: 'welcome', plannedMinutes: 5, spentMinutes: 5 },
      { id: 'facts', title: 'facts', plannedMinutes: 10, spentMinutes: 12 },
      { id: 'discuss', title: 'discuss', plannedMinutes: 20, spentMinutes: 2 },
    ])
    expect(phaseTimes({ agenda, visits: visits.slice(0, 1) }, minute)).toMatchObject([{ spentMinutes: 1 }])
  })

  it('[AGENDA4] [AGENDA5] sets no minutes against days, where a phase lasts until a date', () => {
    const days = 3 * 24 * 60 * minute
    const overDays = [phase('welcome', 5), { ...phase('facts', 10), endsAt: days }, phase('discuss', 20)]
    const visits = [
      { phase: 'welcome', at: 0 },
      { phase: 'facts', at: 5 * minute },
    ]
    expect(forecast({ agenda: overDays, phase: 'facts', visits }, 6 * minute)).toBeNull()
    expect(phaseTimes({ agenda: overDays, visits }, days)).toMatchObject([
      { id: 'welcome', plannedMinutes: 5 },
      { id: 'facts', plannedMinutes: null },
    ])
    expect(sessionTime({ agenda, visits }, 15 * minute)).toEqual({ plannedMinutes: 35, spentMinutes: 15 })
    expect(sessionTime({ agenda: overDays, visits }, days)).toEqual({ plannedMinutes: null, spentMinutes: 3 * 24 * 60 })
  })

  it.each([
    [0, null, '0 min'],
    [75, 60, '75 of 60 min'],
    [119, null, '119 min'],
    [120, null, '2 h'],
    [310, 20, '5 h 10 min of 20 min'],
    [47 * 60 + 59, null, '47 h 59 min'],
    [48 * 60, null, '2 days'],
    [76 * 60 + 30, null, '3 days 4 h'],
  ])('[AGENDA9] %i minutes, of %s planned, are said as %s', (spent, planned, said) => {
    expect(ofPlannedText(spent, planned)).toBe(said)
  })

  it('[AGENDA4] says nothing where no lengths are planned', () => {
    expect(forecast({ agenda: [phase('welcome', null)], phase: 'welcome', visits: [] }, 0)).toBeNull()
  })
})

describe('a list that several people change at once', () => {
  const row = (id: string, title = id, minutes = 5) => ({ id, title, minutes })
  const base = [row('facts'), row('reflect'), row('discuss')]

  it('[AGENDA7] has the fields that each of them changed', () => {
    const mine = [row('facts'), row('reflect', 'reflect', 12), row('discuss', 'Talk')]
    const theirs = [row('facts', 'The facts'), row('reflect', 'Think'), row('discuss', 'Debate', 9)]
    expect(mergedLists(base, mine, theirs)).toEqual([
      row('facts', 'The facts'),
      row('reflect', 'Think', 12),
      row('discuss', 'Talk', 9),
    ])
  })

  it('[AGENDA7] has what each of them added, where they put it, and lacks what either took out', () => {
    const mine = [row('facts'), row('reflect'), row('again'), row('discuss')]
    const theirs = [row('warm-up'), row('facts'), row('discuss'), row('vote')]
    expect(mergedLists(base, mine, theirs).map(({ id }) => id)).toEqual([
      'warm-up',
      'facts',
      'again',
      'discuss',
      'vote',
    ])
    expect(mergedLists(base, theirs, mine).map(({ id }) => id)).toEqual([
      'warm-up',
      'facts',
      'again',
      'discuss',
      'vote',
    ])
  })

  it('[AGENDA7] keeps what I changed though somebody took it out', () => {
    const mine = [row('facts'), row('reflect', 'Think'), row('discuss')]
    expect(mergedLists(base, mine, [row('facts'), row('discuss')])).toEqual(mine)
  })

  it('[AGENDA7] stands in the order that somebody gave it, mine where both did', () => {
    const mine = [row('discuss'), row('facts'), row('reflect')]
    const theirs = [row('reflect'), row('facts'), row('discuss'), row('vote')]
    const order = (a: typeof base, b: typeof base) => mergedLists(base, a, b).map(({ id }) => id)
    expect(order(mine, base)).toEqual(['discuss', 'facts', 'reflect'])
    expect(order(base, theirs)).toEqual(['reflect', 'facts', 'discuss', 'vote'])
    expect(order(mine, theirs)).toEqual(['discuss', 'vote', 'facts', 'reflect'])
  })

  it('[AGENDA7] has each row once, and is mine where nobody else changed anything', () => {
    const rows = fc.uniqueArray(
      fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: fc.constantFrom('x', 'y') }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(rows, rows, rows, (was, mine, theirs) => {
        const ids = mergedLists(was, mine, theirs).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(mergedLists(was, mine, was)).toEqual(mine)
        expect(mergedLists(was, was, theirs)).toEqual(theirs)
      }),
    )
  })
})
