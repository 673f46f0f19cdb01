import { carriedOut, type Outcome } from './carry-out.ts'
import { type ContestantName, isPeer } from './contestant.ts'
import type { Options } from './options.ts'
import type { Found, Missing } from './results.ts'
import type { Scenario } from './scenario.ts'

/** Hindsight has this long for each run, where something hangs. */
const longestSeconds = 180
/** Peers have three times as long as Hindsight took, and at least this long. */
const patienceSeconds = 45

/** One scenario, at one size or growing through all of them, round by round. */
export interface Turns {
  readonly mostRounds: number
  readonly found: readonly Found[]
  /** Who was not up to it, and how. */
  readonly missing: readonly Missing[]
  /** What of Hindsight's own did not work. */
  readonly failures: readonly string[]
  /** One run of everybody who takes part; tells after each. Answers how many seconds it took. */
  next(told: () => void): Promise<number>
}

/** The turns of a scenario: for each size, or once for one that grows. */
export function turnsOf(scenario: Scenario, options: Options): readonly Turns[] {
  const chosen = options.sizes ?? scenario.sizes
  const curve = options.sizes ? [] : (scenario.curve ?? [])
  const all = [...chosen, ...curve].toSorted((a, b) => a - b)
  const takesPart = (contestant: ContestantName, size: number) => !isPeer(contestant) || chosen.includes(size)
  const isCurveOnly = (sizes: readonly number[]) => !sizes.some((size) => chosen.includes(size))
  return (scenario.grows ? [all] : all.map((size) => [size])).map((sizes) =>
    openTurns(isCurveOnly(sizes) ? { ...scenario, mostRounds: 1 } : scenario, options, (contestant) =>
      sizes.filter((size) => takesPart(contestant, size)),
    ),
  )
}

function openTurns(
  { name, of, contestants: able, mostRounds = Number.POSITIVE_INFINITY }: Scenario,
  options: Options,
  sizesOf: (contestant: ContestantName) => readonly number[],
): Turns {
  const there = options.contestants
    .filter((each) => able.includes(each === 'before' ? 'hindsight' : each))
    .filter((each) => sizesOf(each).length > 0)
  const found: Found[] = []
  const missing: Missing[] = []
  const failures: string[] = []
  let longestForPeers = longestSeconds
  let round = 0

  async function run(contestant: ContestantName): Promise<number> {
    const startedAt = performance.now()
    const sizes = sizesOf(contestant)
    const outcome = await carriedOut(
      { ...options, scenario: name, contestant, sizes },
      isPeer(contestant) ? longestForPeers : longestSeconds,
    )
    const seconds = (performance.now() - startedAt) / 1000
    if (contestant === 'hindsight') longestForPeers = Math.max(patienceSeconds, Math.ceil(3 * seconds))
    for (const [size, measures] of outcome.found) found.push({ scenario: name, size, of, contestant, measures })
    const told = `${name}, ${sizes.join(', ')} ${of}, round ${round}, ${contestant}: ${seconds.toFixed(1)} s`
    if (outcome.shortcoming === undefined) {
      console.error(told)
      return seconds
    }
    const sentence = `${told}, ${inWords(outcome.shortcoming)}`
    console.error(sentence)
    const why = inCell(outcome.shortcoming)
    const lacking = sizes.filter((size) => !outcome.found.has(size))
    missing.push(...lacking.map((size) => ({ scenario: name, size, of, contestant, why })))
    if (!isPeer(contestant)) failures.push(sentence)
    return seconds
  }

  return {
    mostRounds,
    found,
    missing,
    failures,
    next: async (told) => {
      round += 1
      let seconds = 0
      // A peer that was not up to it once is not waited for again.
      const isOut = (each: ContestantName) => isPeer(each) && missing.some(({ contestant }) => contestant === each)
      for (const contestant of there.filter((each) => !isOut(each))) {
        seconds += await run(contestant)
        told()
      }
      return seconds
    },
  }
}

type Shortcoming = NonNullable<Outcome['shortcoming']>

const inCell = (shortcoming: Shortcoming): string =>
  'notWithin' in shortcoming ? `not within ${shortcoming.notWithin} s` : 'failed'

const inWords = (shortcoming: Shortcoming): string =>
  'failed' in shortcoming ? shortcoming.failed : inCell(shortcoming)
