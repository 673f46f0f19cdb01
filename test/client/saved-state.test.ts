import { describe, expect, it } from 'vitest'
import { type Signs, savedStateOf } from '../../client/session/saved-state.ts'

const connected: Signs = {
  keepsCopy: true,
  ended: null,
  isUp: true,
  isSaved: true,
  wasEverUp: true,
  turnedAway: null,
  sinceMs: 0,
  hasNoNetwork: false,
  waiting: () => 3,
}
const sign = (signs: Partial<Signs>) => savedStateOf({ ...connected, ...signs })
const keepsCopy = true

describe('the sign of safety', () => {
  it('[CLIENT2] says saved only while the server has acknowledged everything', () => {
    expect(sign({})).toEqual({ state: 'saved', keepsCopy })
    expect(sign({ isSaved: false })).toEqual({ state: 'saving', keepsCopy })
  })

  it('[CLIENT2] stops saying saving when nobody acknowledges, whatever the socket says', () => {
    expect(sign({ isSaved: false, sinceMs: 10_000 })).toEqual({ state: 'offline', waiting: 3, keepsCopy })
  })

  it('[CLIENT2] counts what waits while the connection is gone, and says so when it stays gone', () => {
    expect(sign({ isUp: false })).toEqual({ state: 'offline', waiting: 3, keepsCopy })
    expect(sign({ isUp: false, sinceMs: 30_000 })).toEqual({ state: 'unreachable', waiting: 3, keepsCopy })
  })

  it('[CLIENT2] believes a browser that says it has no network', () => {
    expect(sign({ hasNoNetwork: true })).toEqual({ state: 'offline', waiting: 3, keepsCopy })
  })

  it('[CLIENT2] gives a first connection a moment before it speaks of trouble', () => {
    const never = { isUp: false, isSaved: false, wasEverUp: false }
    expect(sign(never)).toEqual({ state: 'connecting', keepsCopy })
    expect(sign({ ...never, sinceMs: 5000 })).toEqual({ state: 'unreachable', waiting: 3, keepsCopy })
  })

  it('[CLIENT2] says why a board takes nothing more', () => {
    expect(sign({ ended: 'no-such-board' })).toEqual({ state: 'refused', because: 'no-such-board', keepsCopy })
  })
})
