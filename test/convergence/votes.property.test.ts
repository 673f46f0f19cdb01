import { isDeepStrictEqual } from 'node:util'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Entry } from '../../shared/document/schema.ts'
import { aVoteStep, Voters, type VoteStep } from '../support/voters.ts'

const { FUZZ_RUNS = '25' } = process.env

/** Steps that count. */
const counting: ReadonlySet<VoteStep['what']> = new Set(['count', 'recount', 'go'])

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

/** What a count has to come to, told from the ballots without the rules of the product. */
async function expected(voters: Voters, { id, budget, targets }: Entry<'results'>) {
  const spent = (await voters.ballots(id)).map((ballot) => {
    const within = Object.entries(ballot).filter(([on]) => voters.landsOn(on, targets) !== null)
    return Math.min(budget!.votes, sum(within.map(([, votes]) => Math.min(votes, budget!.maxPerTarget))))
  })
  return { cast: sum(spent), voters: spent.filter((each) => each > 0).length }
}

/** The same of votes for people in the room. */
async function expectedRoom(voters: Voters, { id, budget, targets, room }: Entry<'results'>) {
  let cast = 0
  for (const [person, people] of Object.entries(room?.by ?? {})) {
    const within = Object.entries(await voters.roomBallot(id, person)).filter(
      ([on]) => voters.landsOn(on, targets) !== null,
    )
    const given = sum(within.map(([, votes]) => Math.min(votes, budget!.maxPerTarget * people)))
    cast += Math.min(budget!.votes * people, given)
  }
  return cast
}

const withoutLate = (result: Entry<'results'> | undefined) => ({ ...result, late: 0 })

describe('a vote', () => {
  it('[COUNT10] counts what was cast within the budget, through any course of rounds, budgets, grouping, going back and voting offline', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aVoteStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        const voters = await Voters.gather()
        for (const step of steps) {
          const before = new Map(voters.results.map((result) => [result.id, result]))
          await voters.do(step)
          for (const result of voters.results) {
            const { votes, cast, voters: people, budget, abstained = 0, eligible = 3 } = result
            expect(sum(Object.values(votes))).toBe(cast)
            expect(cast).toBeLessThanOrEqual(people * budget!.votes)
            expect(people + abstained).toBeLessThanOrEqual(eligible)
            const room = Object.values(result.room?.votes ?? {})
            expect(sum(room)).toBe(result.room?.cast ?? 0)
            expect(sum(room)).toBeLessThanOrEqual(budget!.votes * (result.room?.people ?? 0))
            const was = before.get(result.id)
            if (result.closedAt === null || isDeepStrictEqual(withoutLate(result), withoutLate(was))) continue
            expect(counting).toContain(step.what)
            expect({ cast, voters: people }).toEqual(await expected(voters, result))
            expect(result.room?.cast ?? 0).toBe(await expectedRoom(voters, result))
          }
        }
      }),
      { numRuns: Number(FUZZ_RUNS) },
    )
  }, 60_000)
})
