import { describe, expect, it } from 'vitest'
import { moveCounts } from '../../client/features/agenda/move-counts.ts'
import { paceWords } from '../../client/features/dock/Pace.tsx'
import { attendance, attendanceText, howManyDone, votesLeft } from '../../client/features/people/standing.ts'
import type { PersonPresence } from '../../client/session/presence.ts'
import type { Progress } from '../../shared/review/progress.ts'

const person = (id: string, role: 'facilitator' | 'participant' | 'observer') => ({
  ...{ id, name: id, color: 'blue', role, joinedAt: 0, counts: role !== 'observer' },
})
const people = [person('fay', 'facilitator'), person('ana', 'participant'), person('olga', 'observer')]
const shown = (of: string, patch: Partial<PersonPresence> = {}): [string, PersonPresence] => [
  of,
  { person: of, at: null, editing: null, dragging: null, hand: null, away: false, ...patch },
]
const server = (progress: Progress) => ({ server: true, progress, here: [] }) as const

describe('the people of a board', () => {
  it('[UI13] stand with raised hands first, whoever is not here last, and observers apart', () => {
    const here = new Map([shown('ana', { hand: 5 }), shown('olga')])
    const everybody = attendance(people, here, undefined)
    expect(everybody.taking.map(({ person, standing }) => [person.id, standing])).toEqual([
      ['ana', 'hand'],
      ['fay', 'absent'],
    ])
    expect(everybody.observing.map(({ person }) => person.id)).toEqual(['olga'])
    expect(everybody.here).toBe(1)
  })

  it('[UI13] raised hands in their order, each with its turn', () => {
    const hands = new Map([shown('fay', { hand: 1 }), shown('ana', { hand: 5 })])
    const { taking } = attendance(people, hands, {
      ...server({ attribution: 'named', people: {} }),
      hands: ['ana', 'fay'],
    })
    expect(taking.map(({ person, turn }) => [person.id, turn])).toEqual([
      ['ana', 1],
      ['fay', 2],
    ])
    expect(taking.map(attendanceText)).toEqual(['hand up', 'hand up, number 2'])
  })

  it('[UI13] are waited for by name where names are shown', () => {
    const progress = server({
      attribution: 'named',
      people: { fay: { drafts: 0, votesLeft: 0, ready: true }, ana: { drafts: 2, votesLeft: 3, ready: false } },
    })
    expect(howManyDone(people, progress)).toEqual({ done: 1, of: 2, waitingFor: ['ana'] })
    expect(votesLeft(people, progress)).toEqual({ votes: 3, by: [{ name: 'ana', votes: 3 }] })
  })

  it('[PROXYUI5] are waited for with what they have to give for people in the room', () => {
    const ana = { drafts: 0, votesLeft: 1, roomVotesLeft: 12, ready: false }
    const progress = server({ attribution: 'named', people: { fay: { drafts: 0, votesLeft: 0, ready: true }, ana } })
    expect(votesLeft(people, progress)).toEqual({
      votes: 13,
      by: [
        { name: 'ana', votes: 1 },
        { name: 'ana, for the room', votes: 12 },
      ],
    })
    expect(moveCounts(new Map(), progress, 'fay').votesLeft).toBe(13)
  })

  it('[UI13] are a number on an anonymous board', () => {
    const progress = server({ attribution: 'anonymous', drafts: 2, writers: 1, ready: 1, votesLeft: 3, people: 2 })
    expect(howManyDone(people, progress)).toEqual({ done: 1, of: 2, waitingFor: null })
    expect(votesLeft(people, progress)).toEqual({ votes: 3, by: null })
  })
})

describe('the pace of a session', () => {
  it('[UI15] is said in minutes', () => {
    expect([paceWords(0), paceWords(3), paceWords(-4)]).toEqual(['on time', '3 min behind', '4 min ahead'])
  })
})
