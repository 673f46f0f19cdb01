import { carriedOut, type Outcome } from './carry-out.ts'
import { type ContestantName, isPeer } from './contestant.ts'
import type { Options } from './options.ts'
import type { Found, Missing } from './results.ts'
import type { Scenario } from './scenario.ts'

/** Hindsight has this long for each run, where something hangs. */
const longestSeconds = 180
/** Peers have three times as long as Hindsight took, and at least this long. */
const patienceSeconds = 45

/** One scenario at one size, round by round. */
export interface Turns {
  readonly mostRounds: number
  readonly found: readonly Found[]
  /** Peers that were not up to it. */
  readonly missing: readonly Missing[]
  /** What of Hindsight's own did not work. */
  readonly failures: readonly string[]
  /** One run of everybody who takes part. Answers how many seconds it took. */
  next(): Promise<number>
}

export function openTurns(scenario: Scenario, size: number, options: Options): Turns {
  const { name, of, contestants: able, mostRounds = Number.POSITIVE_INFINITY } = scenario
  const there = options.contestants.filter((each) => able.includes(each === 'before' ? 'hindsight' : each))
  const found: Found[] = []
  const missing: Missing[] = []
  const failures: string[] = []
  let longestForPeers = longestSeconds
  let round = 0

  async function run(contestant: ContestantName): Promise<number> {
    const startedAt = performance.now()
    const outcome = await carriedOut(
      { ...options, scenario: name, contestant, size },
      isPeer(contestant) ? longestForPeers : longestSeconds,
    )
    const seconds = (performance.now() - startedAt) / 1000
    if (contestant === 'hindsight') longestForPeers = Math.max(patienceSeconds, Math.ceil(3 * seconds))
    const told = `${name}, ${size} ${of}, round ${round}, ${contestant}: ${seconds.toFixed(1)} s`
    if ('measures' in outcome) {
      console.error(told)
      found.push({ scenario: name, size, of, contestant, measures: outcome.measures })
      return seconds
    }
    const sentence = `${told}, ${inWords(outcome)}`
    console.error(sentence)
    if (isPeer(contestant)) missing.push({ scenario: name, size, contestant, why: inCell(outcome) })
    else failures.push(sentence)
    return seconds
  }

  return {
    mostRounds,
    found,
    missing,
    failures,
    next: async () => {
      round += 1
      let seconds = 0
      // Whoever was not up to it once is not waited for again.
      const left = there.filter((each) => !missing.some(({ contestant }) => contestant === each))
      for (const contestant of left) seconds += await run(contestant)
      return seconds
    },
  }
}

type Shortcoming = Exclude<Outcome, { readonly measures: unknown }>

const inCell = (outcome: Shortcoming): string =>
  'notWithin' in outcome ? `not within ${outcome.notWithin} s` : 'failed'

const inWords = (outcome: Shortcoming): string => ('failed' in outcome ? outcome.failed : inCell(outcome))
