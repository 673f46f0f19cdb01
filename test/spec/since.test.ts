import { describe, expect, it } from 'vitest'
import { newsSince, newsText, type Seen, type Shown, seenOnArrival, seenThings } from '../../shared/review/since.ts'

const before: Shown = {
  notes: [{ id: 'alerts', author: 'ben' }],
  themes: ['alerting'],
  actions: [],
}
const now: Shown = {
  notes: [
    { id: 'deploys', author: 'ben' },
    { id: 'alerts', author: 'ben' },
    { id: 'drill', author: 'ana' },
  ],
  themes: ['alerting', 'releases'],
  actions: ['pager'],
}
const seen: Seen = { at: 1_000_000, phase: 'reflect', things: seenThings(before) }

describe('what has come since somebody left', () => {
  it('[SINCE1] is what was not there, in the order of the board, without their own notes', () => {
    expect(newsSince(seen, now, 'ana')).toEqual({ notes: ['deploys'], themes: ['releases'], actions: ['pager'] })
    expect(newsSince(seen, before, 'ana')).toEqual({ notes: [], themes: [], actions: [] })
  })

  it('[SINCE1] is told in numbers', () => {
    expect(newsText(newsSince(seen, now, 'chi'))).toBe('2 notes, 1 theme, 1 action')
    expect(newsText(newsSince(seen, before, 'ana'))).toBe('')
  })

  it('[SINCE2] counts notes without an author for everybody alike', () => {
    const unnamed: Shown = { ...now, notes: now.notes.map(({ id }) => ({ id, author: null })) }
    expect(newsSince(seen, unnamed, 'ana')).toEqual(newsSince(seen, unnamed, 'ben'))
    expect(newsSince(seen, unnamed, 'ana').notes).toEqual(['deploys', 'drill'])
  })
})

describe('somebody who comes', () => {
  const arrival = { kept: seen, joinedAt: 0, begunAt: 1, now: seen.at + 60_000 }

  it('[SINCE3] has missed what came since they left, a minute ago or longer', () => {
    expect(seenOnArrival(arrival)).toBe(seen)
    expect(seenOnArrival({ ...arrival, now: seen.at + 59_999 })).toBe(null)
  })

  it('[SINCE3] while a review runs has missed all of it', () => {
    const late = { kept: null, joinedAt: seen.at, begunAt: seen.at - 1, now: seen.at + 5000 }
    expect(seenOnArrival(late)).toEqual({ at: seen.at, phase: '', things: [] })
    expect(seenOnArrival({ ...late, begunAt: null })).toBe(null)
    expect(seenOnArrival({ ...late, begunAt: late.joinedAt })).toBe(null)
  })

  it('[SINCE3] without anything kept, long after joining, is told nothing', () => {
    expect(seenOnArrival({ ...arrival, kept: null })).toBe(null)
  })
})
