import { parseArgs } from 'node:util'
import { aloneNames, type ContestantName, contestantNames, sharingNames } from './contestant.ts'
import { scenarios } from './scenarios/all.ts'

export interface Options {
  readonly scenarios: readonly string[]
  readonly contestants: readonly ContestantName[]
  /** Sizes instead of each scenario's own. */
  readonly sizes: readonly number[] | undefined
  readonly seconds: number
  /** At most so many, and after the first as many as begin and end in so many minutes. */
  readonly rounds: number
  readonly minutes: number
  readonly json: string | undefined
  readonly before: string | undefined
  readonly profileDir: string | undefined
}

const namesOf = (ofNodes: boolean) =>
  scenarios.filter(({ isOfNodes = false }) => isOfNodes === ofNodes).map(({ name }) => name)

export const usage = `npm run bench -- [options], npm run bench:cluster -- [options]
  --scenario NAME   one of ${namesOf(false).join(', ')}, of several servers ${namesOf(true).join(', ')}; may be repeated (default: all)
  --only NAME       one of ${aloneNames.filter((name) => name !== 'before').join(', ')}, of several servers “${sharingNames.join('”, “')}”; may be repeated (default: all)
  --size N          people, boards or edits, instead of each scenario's own sizes; may be repeated
  --seconds N       for how long each run measures (default 4)
  --rounds N        how often everything is run at most, in turns (default 2)
  --minutes N       no more rounds than fit into so many minutes; the first one is whole however long it takes (default 30)
  --quick           one round of half a second with few people: shows that it runs, and no more
  --json FILE       keeps the results there, after each run; those of other scenarios in it stay (default: a new file in dist/bench)
  --before FOLDER   measures the Hindsight that was built there, too, as "before"
  --profile FOLDER  leaves a CPU profile of each server there`

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      scenario: { type: 'string', multiple: true },
      only: { type: 'string', multiple: true },
      size: { type: 'string', multiple: true },
      seconds: { type: 'string' },
      rounds: { type: 'string' },
      minutes: { type: 'string' },
      cluster: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      before: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (values.help) throw new Error('Measures Hindsight beside its peers.')
  const names = scenarios.map(({ name }) => name)
  const only = values.only?.map((name) => oneOf(contestantNames, name))
  return {
    scenarios: (values.scenario ?? namesOf(values.cluster)).map((name) => oneOf(names, name)),
    contestants: contestantNames.filter((name) =>
      name === 'before' ? values.before !== undefined : (only ?? contestantNames).includes(name),
    ),
    sizes: values.size?.map(Number) ?? (values.quick ? [4] : undefined),
    seconds: Number(values.seconds ?? (values.quick ? 0.5 : 4)),
    rounds: Number(values.rounds ?? (values.quick ? 1 : 2)),
    minutes: Number(values.minutes ?? 30),
    json: values.json,
    before: values.before,
    profileDir: values.profile,
  }
}

function oneOf<T extends string>(known: readonly T[], name: string): T {
  const found = known.find((each) => each === name)
  if (found === undefined) throw new Error(`${name} is none of ${known.join(', ')}`)
  return found
}
