import { describe, expect, it } from 'vitest'
import { openClock } from '../../client/session/clock.ts'
import { Clock as Hands } from '../support/clock.ts'

describe('the server’s clock in a browser', () => {
  it('[CLIENT9] is measured by the quickest of several answers, half its way later', async () => {
    let device = 1000
    const trips = [400, 20, 900, 300]
    const clock = openClock({ now: () => device, timers: new Hands() }, async () => {
      const tripMs = trips.shift() ?? 0
      const answeredAt = device + 5000 + tripMs / 2 + (tripMs > 100 ? 77 : 0)
      device += tripMs
      return answeredAt
    })

    await clock.measure()

    expect(clock.now() - device).toBe(5000)
  })

  it('[CLIENT9] stays as it is while nobody answers', async () => {
    const clock = openClock({ now: () => 1000, timers: new Hands() }, async () => null)
    await clock.measure()

    expect(clock.now()).toBe(1000)
  })

  it('[CLIENT9] is shown as soon as it is known, also where it moves on once an hour', async () => {
    const hour = 3_600_000
    const clock = openClock({ now: () => 1000, timers: new Hands() }, async () => 1000 + hour)
    const slow = clock.ticking(hour)
    const shown: number[] = []
    slow.subscribe(() => shown.push(slow.get()))
    await clock.measure()

    expect(shown).toEqual([1000 + hour])
    clock.close()
  })
})
