import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Chance } from '../support/chance.ts'
import { failedStart, type ServerProcess, startServerProcess } from '../support/server-process.ts'
import { Crowd } from './crowd.ts'
import { brokenPromises, changesFrom, faultsOf } from './kept.ts'
import type { KilledStore } from './killed-store.ts'
import { chooseFate, endWithin, type Fate, type Moment } from './moments.ts'
import type { Outcome, TortureOptions } from './outcome.ts'
import { openPlace, type Place } from './place.ts'
import { Promises } from './promises.ts'

/** Lets a crowd work on a real server that is killed over and over, and looks for what is missing. */
export async function torture(options: TortureOptions): Promise<Outcome> {
  process.setMaxListeners(0) // every provider of y-websocket waits for the end of its process
  const place = await openPlace(options.postgres)
  const run = new Run(options, place)
  try {
    await run.all()
  } catch (error) {
    run.faults.push(error instanceof Error ? error.message : String(error))
  } finally {
    await run.close()
    await place.clear()
  }
  const { promises, kills, stops, agreements, lost, faults } = run
  return { kills, stops, counts: promises.counts, agreements, lost, faults: [...faults, ...promises.refusals] }
}

class Run {
  readonly promises = new Promises()
  readonly kills = new Map<Moment, number>()
  readonly lost: string[] = []
  readonly faults: string[] = []
  stops = 0
  agreements = 0
  readonly #options: TortureOptions
  readonly #place: Place
  /** Of its own, so that a seed brings the same deaths however fast everyone works. */
  readonly #fates: Chance
  readonly #chance: Chance
  #server: ServerProcess | undefined
  #crowd: Crowd | undefined
  #before: KilledStore | undefined

  constructor(options: TortureOptions, place: Place) {
    this.#options = options
    this.#place = place
    this.#fates = new Chance(options.seed)
    this.#chance = new Chance(options.seed + 1)
  }

  async all(): Promise<void> {
    const until = Date.now() + this.#options.seconds * 1000
    const { port } = await this.#open()
    while (this.#killed < this.#options.kills && Date.now() < until && this.#isWell) {
      await this.#live(String(port), chooseFate(this.#fates, this.#place.database !== undefined))
    }
    if (this.#isWell) await this.#end(String(port))
  }

  async close(): Promise<void> {
    this.#crowd?.close()
    await this.#server?.end('SIGKILL')
  }

  get #killed(): number {
    return [...this.kills.values()].reduce((sum, each) => sum + each, 0)
  }

  get #isWell(): boolean {
    return this.lost.length + this.faults.length + this.promises.refusals.length === 0
  }

  /** A first server on which the boards are opened. */
  async #open(): Promise<ServerProcess> {
    const server = await this.#start({})
    this.#crowd = await Crowd.open(`http://127.0.0.1:${server.port}`, this.#options, this.#chance, this.promises)
    await this.#stop()
    await this.#look('opened')
    return server
  }

  /** One server's life, and what is left of it. */
  async #live(PORT: string, fate: Fate): Promise<void> {
    const moment = await this.#meet(PORT, fate)
    if (moment === 'stopped') this.stops += 1
    else this.kills.set(moment, (this.kills.get(moment) ?? 0) + 1)
    await this.#look(moment)
  }

  /** How a server ended: as it was meant to, or otherwise where that moment did not come. */
  async #meet(PORT: string, { moment, tripwire, ms, graceMs }: Fate): Promise<Fate['moment']> {
    if (moment === 'while-starting') {
      await failedStart(this.#environment({ PORT }), { preload: tripwire })
      return moment
    }
    const server = await this.#start({ PORT }, tripwire)
    const life = aLife()
    const trouble = this.#trouble(moment, ms / 3)
    const hasStruck = Promise.race([trouble.then(() => pause(ms, false)), server.gone.then(() => true)])
    const over = hasStruck.then(() => life.abort())
    await Promise.race([over, this.#work(life.signal)])
    await over
    await trouble
    const isStopped = await this.#finish(graceMs)
    if (isStopped) return 'stopped'
    return tripwire && !(await hasStruck) ? 'while-working' : moment
  }

  /** Where it is the database that is lost: after so many milliseconds. It is back once this resolves. */
  async #trouble(moment: Fate['moment'], ms: number): Promise<void> {
    const { database } = this.#place
    if (moment === 'database-crashed') await pause(ms).then(database?.crash)
    if (moment === 'database-restarted') await pause(ms).then(database?.restart)
  }

  /** Everyone comes back, every other time to agree first, and works. */
  async #work(life: AbortSignal): Promise<void> {
    if (this.#chance.happens(0.5)) await this.#agree(life)
    else this.#crowd?.comeBack()
    if (!life.aborted) this.#crowd?.work(life)
  }

  /** Compares what the server shows with its store, before everyone is back, and with what they hold, once they are. */
  async #agree(life: AbortSignal): Promise<void> {
    const crowd = this.#crowd
    if (!crowd || !this.#before) return
    this.lost.push(...(await crowd.unread(this.#before, life)))
    crowd.comeBack()
    const faults = await crowd.disagreements(life)
    if (life.aborted) return
    this.faults.push(...faults)
    this.agreements += 1
  }

  async #start(env: Readonly<Record<string, string>>, tripwire?: URL): Promise<ServerProcess> {
    this.#server = await startServerProcess(this.#environment(env), { preload: tripwire })
    return this.#server
  }

  /** Ends the server, and says whether it stopped in order. */
  async #finish(graceMs = 0): Promise<boolean> {
    const end = this.#server && (await endWithin(this.#server, graceMs))
    this.faults.push(...((await this.#crowd?.lose()) ?? []))
    if (end?.code !== 0 && end?.code !== null) this.faults.push(`a server ended with ${end?.code}: ${end?.output}`)
    return end?.code === 0
  }

  async #stop(): Promise<void> {
    if (!(await this.#finish(10_000))) this.faults.push('a server did not stop')
  }

  #environment(env: Readonly<Record<string, string>>) {
    return { ...this.#place.env, ...env }
  }

  /** Reads what a server left behind, before anyone can mend it. */
  async #look(moment: string): Promise<void> {
    const promises = this.promises.take()
    const store = await this.#place.read()
    const faults = [...faultsOf(store), ...changesFrom(this.#before, store)]
    const lost = brokenPromises(store, promises)
    this.#before = store
    this.faults.push(...faults.map((fault) => `${moment}: ${fault}`))
    this.lost.push(...lost.map((loss) => `${moment}: ${loss}`))
    const { saved, received } = this.promises.counts
    const { say } = this.#options
    say(
      `${this.#killed} ${moment}: ${promises.length} promises, ${lost.length} lost; ${saved} saved, ${received} received so far`,
    )
  }

  /** A last server, on which everyone finishes what they have, votes, and is counted. */
  async #end(PORT: string): Promise<void> {
    const life = aLife()
    await this.#start({ PORT })
    await this.#agree(life.signal)
    this.faults.push(...((await this.#crowd?.count(life.signal)) ?? []))
    await this.#stop()
    await this.#look('the end')
  }
}

/** Of a server: many wait for its end. */
function aLife(): AbortController {
  const life = new AbortController()
  setMaxListeners(0, life.signal)
  return life
}
