import { describe, expect, it } from 'vitest'
import { type Signs, savedStateOf, sinceNow } from '../../client/session/saved-state.ts'

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

  it('[CLIENT2] begins to wait as the network goes, and not anew with what is written then', () => {
    const saved = { isReached: true, isSaved: true, at: 0 }
    const gone = sinceNow(saved, { isUp: true, isSaved: true, hasNoNetwork: true }, 600_000)
    expect(gone.at).toBe(600_000)
    expect(sinceNow(gone, { isUp: false, isSaved: false, hasNoNetwork: true }, 620_000).at).toBe(600_000)
    expect(sinceNow(gone, { isUp: true, isSaved: false, hasNoNetwork: false }, 630_000).at).toBe(630_000)
  })

  it('[CLIENT2] says saving since something was written, whatever the clock is set to', () => {
    const saved = { isReached: true, isSaved: true, at: 0 }
    const saving = sinceNow(saved, { isUp: true, isSaved: false, hasNoNetwork: false }, 5000)
    expect(saving).toEqual({ isReached: true, isSaved: false, at: 5000 })
    expect(sinceNow(saving, { isUp: true, isSaved: false, hasNoNetwork: false }, 1000).at).toBe(1000)
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
