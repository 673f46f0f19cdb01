import { describe, expect, it } from 'vitest'
import { Turns } from '../../server/rooms/turns.ts'
import { Clock } from '../support/clock.ts'

const round = 15_000

function taking(members: number) {
  const clock = new Clock()
  const taken: { readonly member: number; readonly at: number }[] = []
  const turns = new Turns<number>(clock, round, (member) => taken.push({ member, at: clock.now() }))
  for (let member = 0; member < members; member++) turns.join(member)
  return { clock, turns, taken }
}

describe('turns', () => {
  it('[ROOM22] come to each member once in a round, to few of them at one moment', () => {
    const { clock, taken } = taking(600)
    clock.pass(round)
    expect(taken.map(({ member }) => member).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 600 }, (_, nth) => nth),
    )
    const moments = [...new Set(taken.map(({ at }) => at))]
    expect(moments.map((moment) => taken.filter(({ at }) => at === moment).length)).toEqual(moments.map(() => 20))
  })

  it('[ROOM22] come to the same member again exactly one round later, whoever joined or left meanwhile', () => {
    const { clock, turns, taken } = taking(60)
    clock.pass(round)
    for (let member = 0; member < 60; member += 2) turns.leave(member)
    for (let member = 60; member < 90; member++) turns.join(member)
    clock.pass(round)
    const ofOne = taken.filter(({ member }) => member === 31).map(({ at }) => at)
    expect(ofOne[1]! - ofOne[0]!).toBe(round)
    expect(taken.filter(({ member }) => member === 30)).toHaveLength(1)
    expect(taken.filter(({ member }) => member === 75)).toHaveLength(1)
  })

  it('[ROOM22] come to nobody once they are over', () => {
    const { clock, turns, taken } = taking(3)
    turns.end()
    clock.pass(round)
    expect(taken).toEqual([])
  })
})
