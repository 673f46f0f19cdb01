import { setTimeout as pause } from 'node:timers/promises'
import type { Chance } from '../support/chance.ts'
import type { ServerProcess } from '../support/server-process.ts'

/** When a server dies: at some statement of its store, or by the clock. */
const inTheStore = [
  'before-commit',
  'within-commit',
  'after-commit',
  'append',
  'load',
  'fold',
  'reveal',
  'join',
] as const
const byTheClock = ['while-starting', 'while-returning', 'while-working', 'while-stopping'] as const
/** The database goes first, and comes back, while the server lives on for a while. */
const ofTheDatabase = ['database-crashed', 'database-restarted'] as const

type OfTheServer = (typeof inTheStore)[number] | (typeof byTheClock)[number]
export type Moment = OfTheServer | (typeof ofTheDatabase)[number]

/** How a server is going to end. */
export interface Fate {
  readonly moment: Moment | 'stopped'
  /** Loaded before the server: it kills itself at the moment that was chosen. */
  readonly tripwire: URL | undefined
  /** Milliseconds until it is ended from outside, from when everyone was told to come back. */
  readonly ms: number
  /** Milliseconds that it is given to stop in order before it is killed; undefined: none. */
  readonly graceMs?: number
}

/**
 * One in eight is stopped in order, as by a deployment; of the rest half die in the middle of storing something. Where there
 * is a database, every third loses that first.
 */
export function chooseFate(chance: Chance, hasDatabase: boolean): Fate {
  if (chance.happens(1 / 8))
    return { moment: 'stopped', tripwire: undefined, ms: chance.int(300, 1500), graceMs: 10_000 }
  if (hasDatabase && chance.happens(1 / 3))
    return { moment: chance.of(ofTheDatabase) ?? 'database-crashed', tripwire: undefined, ms: chance.int(1500, 5000) }
  const moment = chance.of<OfTheServer>(chance.happens(0.6) ? inTheStore : byTheClock) ?? 'while-working'
  switch (moment) {
    case 'while-starting':
      return { moment, tripwire: tripwire(moment, { late: chance.int(50_000, 600_000) }), ms: 0 }
    case 'while-returning':
      return { moment, tripwire: undefined, ms: chance.int(0, 250) }
    case 'while-stopping':
      return { moment, tripwire: undefined, ms: chance.int(300, 1500), graceMs: chance.int(0, 60) }
    case 'while-working':
      return { moment, tripwire: undefined, ms: chance.int(300, 2000) }
    default:
      return {
        moment,
        tripwire: tripwire(moment, { after: chance.int(0, unharmed[moment]), late: chance.int(0, 1500) }),
        ms: 3000,
      }
  }
}

/** How many such moments may go by unharmed: commits are many, folds few. */
const unharmed = {
  'before-commit': 300,
  'within-commit': 300,
  'after-commit': 300,
  append: 300,
  load: 6,
  fold: 5,
  reveal: 8,
  join: 4,
} as const

function tripwire(moment: Moment, { after = 0, late }: { readonly after?: number; readonly late: number }): URL {
  const url = new URL('./tripwire.mjs', import.meta.url)
  url.search = new URLSearchParams({ moment, after: String(after), late: String(late) }).toString()
  return url
}

/** Ends a server: in order where it manages that within `graceMs`, else by killing it. */
export async function endWithin(server: ServerProcess, graceMs: number): ReturnType<ServerProcess['end']> {
  const patience = new AbortController()
  void pause(graceMs, undefined, { signal: patience.signal }).then(
    () => server.end('SIGKILL'),
    () => {}, // it needed less
  )
  const end = await server.end(graceMs > 0 ? 'SIGTERM' : 'SIGKILL')
  patience.abort()
  return end
}
