import { describe, expect, it } from 'vitest'
import { pauseBefore } from '../../client/session/connection/pause.ts'

const chances = Array.from({ length: 100 }, (_, n) => n / 100)

describe('the pause before a client tries again', () => {
  it('[CLIENT12] is anything up to two seconds for people who were sent away together', () => {
    const pauses = chances.map((random) => pauseBefore({ attempt: 0, wasSentAway: true }, random))
    const perQuarterSecond = Array.from(
      { length: 8 },
      (_, n) => pauses.filter((ms) => Math.floor(ms / 250) === n).length,
    )
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(100)
    expect(Math.max(...perQuarterSecond)).toBeLessThan(15)
  })

  it('[CLIENT12] is short for one whose line broke, and doubles with each attempt up to a few seconds', () => {
    const shortest = [0, 1, 2, 3, 4, 5, 20].map((attempt) => pauseBefore({ attempt, wasSentAway: false }, 0))
    const longest = [0, 1, 2, 3, 4, 5, 20].map((attempt) => pauseBefore({ attempt, wasSentAway: false }, 0.999))
    expect(shortest).toEqual([100, 200, 400, 800, 1600, 2500, 2500])
    expect(longest.map(Math.round)).toEqual([300, 600, 1199, 2398, 4797, 7495, 7495])
  })

  it('[CLIENT12] is no shorter for being sent away again and again', () => {
    const pauses = chances.map((random) => pauseBefore({ attempt: 4, wasSentAway: true }, random))
    expect(Math.min(...pauses)).toBe(1600)
  })
})
