import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'
import { Chance } from '../support/chance.ts'
import { type Nodes, openNodes } from '../support/node-processes.ts'
import { Crowd } from './crowd.ts'
import { brokenPromises, changesFrom, faultsOf } from './kept.ts'
import { type KilledStore, readKilledDatabase } from './killed-store.ts'
import { blows, type NodesFault, strike } from './nodes-faults.ts'
import { Promises } from './promises.ts'

export interface NodesTortureOptions {
  readonly nodes: number
  /** How often something goes wrong. */
  readonly blows: number
  readonly boards: number
  /** On each board. */
  readonly people: number
  readonly seed: number
  /** No further one after so many seconds. */
  readonly seconds: number
  /** For how long anything else is wrong, at most; milliseconds. */
  readonly mostMs?: number
  /** For how long a node stands still, milliseconds. */
  readonly pausedMs: number
  /** The folder of PostgreSQL's programs, and Redis's program. */
  readonly programs: { readonly postgres: string; readonly redis: string }
  readonly say: (line: string) => void
}

export interface NodesOutcome {
  readonly struck: ReadonlyMap<NodesFault, number>
  readonly counts: Promises['counts']
  /** How often everyone was seen to agree. */
  readonly agreements: number
  /** How long it took until everyone was back after a node had died, milliseconds. */
  readonly returns: readonly number[]
  readonly lost: readonly string[]
  readonly faults: readonly string[]
}

/** So many blows are followed by a look at whether everyone holds the same. */
const agreeEvery = 3

/** Lets a crowd work over several servers, of which one or another, or what they share, fails over and over. */
export async function tortureNodes(options: NodesTortureOptions): Promise<NodesOutcome> {
  process.setMaxListeners(0) // every provider of y-websocket waits for the end of its process
  const balance = new Chance(options.seed + 2)
  const place = await openNodes({
    count: options.nodes,
    programs: options.programs,
    isDurable: true,
    balancing: { next: (count) => balance.int(0, Math.max(0, count - 1)) },
  })
  const run = new Run(options, place)
  try {
    await run.all()
  } catch (error) {
    run.faults.push(inspect(error))
  } finally {
    run.close()
    await place.clear()
  }
  const { promises, struck, agreements, returns, lost, faults } = run
  return { struck, counts: promises.counts, agreements, returns, lost, faults: [...faults, ...promises.refusals] }
}

class Run {
  readonly promises = new Promises()
  readonly struck = new Map<NodesFault, number>()
  readonly returns: number[] = []
  readonly lost: string[] = []
  readonly faults: string[] = []
  agreements = 0
  readonly #options: NodesTortureOptions
  readonly #place: Nodes
  readonly #chance: Chance
  #crowd: Crowd | undefined
  #before: KilledStore | undefined

  constructor(options: NodesTortureOptions, place: Nodes) {
    this.#options = options
    this.#place = place
    this.#chance = new Chance(options.seed + 1)
  }

  async all(): Promise<void> {
    const { seed, nodes, seconds, pausedMs, mostMs = 4000 } = this.#options
    const until = Date.now() + seconds * 1000
    this.#crowd = await Crowd.open(this.#place.balancer.url, this.#options, this.#chance, this.promises)
    const next = blows(new Chance(seed), nodes, { pausedMs, mostMs })
    while (this.#count < this.#options.blows && Date.now() < until && this.#isWell) {
      await this.#work(async (crowd) => {
        for (let n = 0; n < agreeEvery && this.#count < this.#options.blows && this.#isWell; n += 1) {
          const blow = next.next().value
          await pause(300)
          await strike(blow, this.#place, () => this.#return(crowd))
          this.struck.set(blow.fault, (this.struck.get(blow.fault) ?? 0) + 1)
          await this.#look(`${blow.fault} for ${blow.ms} ms`)
        }
      })
      if (this.#isWell) await this.#agree()
    }
    if (this.#isWell) this.faults.push(...((await this.#crowd.count(aLife().signal)) ?? []))
    await this.#look('the end')
  }

  close(): void {
    this.#crowd?.close()
  }

  get #count(): number {
    return [...this.struck.values()].reduce((sum, each) => sum + each, 0)
  }

  get #isWell(): boolean {
    return this.lost.length + this.faults.length + this.promises.refusals.length === 0
  }

  /** Everyone is at work for as long as this takes. */
  async #work(meanwhile: (crowd: Crowd) => Promise<void>): Promise<void> {
    const crowd = this.#crowd
    if (!crowd) return
    const life = aLife()
    crowd.comeBack()
    crowd.work(life.signal)
    try {
      await meanwhile(crowd)
    } finally {
      life.abort()
      this.faults.push(...(await crowd.rest()))
    }
  }

  /** A node has just died: how long until everyone is back. */
  async #return(crowd: Crowd): Promise<void> {
    const diedAt = performance.now()
    await crowd.isBack()
    this.returns.push(Math.round(performance.now() - diedAt))
  }

  /** All is well again: everyone holds the same, with nothing missing and nothing twice. */
  async #agree(): Promise<void> {
    this.faults.push(...((await this.#crowd?.disagreements(aLife().signal)) ?? []))
    this.agreements += 1
  }

  /** What was promised until now is in the database, whatever the servers are doing. */
  async #look(moment: string): Promise<void> {
    const promises = this.promises.take()
    const store = await readKilledDatabase(this.#place.databaseUrl)
    const lost = brokenPromises(store, promises)
    this.faults.push(...[...faultsOf(store), ...changesFrom(this.#before, store)].map((fault) => `${moment}: ${fault}`))
    this.lost.push(...lost.map((loss) => `${moment}: ${loss}`))
    this.#before = store
    const { saved, received } = this.promises.counts
    this.#options.say(
      `${this.#count} ${moment}: ${promises.length} promises, ${lost.length} lost; ${saved} saved, ${received} received so far`,
    )
  }
}

function aLife(): AbortController {
  const life = new AbortController()
  setMaxListeners(0, life.signal)
  return life
}
