import { beforeAll, describe, expect, inject, it } from 'vitest'
import { type NodesOutcome, tortureNodes } from './nodes-torture.ts'

describe('several servers that fail one after the other while people work', () => {
  let outcome: NodesOutcome

  beforeAll(async () => {
    const programs = { postgres: inject('postgres'), redis: inject('redis') }
    const size = { nodes: 3, blows: 4, boards: 2, people: 3, mostMs: 1000, pausedMs: 2000, seconds: 60 }
    outcome = await tortureNodes({ ...size, seed: 35, programs, say: () => {} })
  }, 120_000)

  it('[TORTURE4] have all that any of them called saved, answered or sent to anybody', () => {
    expect(outcome.lost).toEqual([])
    expect([...outcome.struck.values()]).toEqual([1, 1, 1, 1])
    expect(Math.min(...Object.values(outcome.counts))).toBeGreaterThan(10)
  })

  it('[TORTURE4] are found by everyone as they left them, and count every vote once', () => {
    expect(outcome.faults).toEqual([])
    expect(outcome.agreements).toBeGreaterThan(0)
  })

  it('[TORTURE4] have everyone back within five seconds of the death of one', () => {
    expect(outcome.returns).toHaveLength(1)
    expect(outcome.returns[0]).toBeLessThan(5000)
  })
})
