import { once, setMaxListeners } from 'node:events'
import { Chance } from '../support/chance.ts'
import { reached } from '../support/reached.ts'
import { openTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import { Attendee } from './attendee.ts'
import { doSomething } from './habits.ts'
import { lead } from './lead.ts'
import { Pace } from './pace.ts'
import { nameOf } from './words.ts'

/** A board that runs somewhere, and how to come to it. */
export interface Place {
  readonly origin: string
  readonly board: string
  /** For those who take part. */
  readonly invite: string
  /** Who was there first: leads it, or is one of those who take part. */
  readonly first: TestBrowser
  /** Whether they lead; else that is for others to do. */
  readonly isLed: boolean
}

export interface Wanted {
  readonly people: number
  /** Times as fast as people are. */
  readonly speed: number
  /** How long a review that is led here takes, as people take it. */
  readonly minutes: number
  readonly seed: number
}

export interface Simulation {
  /** Everyone who has come so far. */
  readonly attendees: readonly Attendee[]
  /** Resolves once the review was led to its end and all is saved, or `life` is over; rejects with what went wrong. */
  readonly ended: Promise<void>
  close(): Promise<void>
}

/** Everyone comes within so many seconds, but for one in ten, who is late. */
const [soon, late] = [12, 120]

/** People who do on a board what people do, through all phases, until it was led to its end or `life` is over. */
export function simulate(place: Place, wanted: Wanted, life: AbortSignal, say: (line: string) => void): Simulation {
  const rest = new AbortController()
  const awake = AbortSignal.any([life, rest.signal])
  setMaxListeners(0, life, awake)
  const pace = new Pace(wanted.speed, awake)
  const attendees: Attendee[] = []
  const browsers: TestBrowser[] = []

  const sit = async (browser: TestBrowser, n: number) => {
    browsers.push(browser)
    const attendee = new Attendee(browser, await browser.open(), new Chance(wanted.seed + n), pace)
    attendees.push(attendee)
    return attendee
  }
  const comes = async (n: number) => {
    const browser = openTestBrowser(place.origin, () => place.board)
    browser.forbidDatabases()
    await browser.join(place.invite, nameOf(n + 1))
    return browser
  }
  const attend = (n: number) =>
    pace.untilOver(async () => {
      const arrival = new Chance(wanted.seed - n)
      await pace.take(n % 10 === 9 ? arrival.int(soon, late) : arrival.int(0, soon))
      const attendee = await sit(n === 0 && !place.isLed ? place.first : await comes(n), n)
      for (;;) {
        await attendee.think(0.5, 4)
        await doSomething(attendee)
      }
    })
  const leading = async () => {
    if (!place.isLed) return once(awake, 'abort')
    const fay = await sit(place.first, -1)
    return pace.untilOver(() => lead(fay, pace, wanted.minutes, say))
  }
  const run = async () => {
    const work = Promise.all(Array.from({ length: wanted.people }, (_, n) => attend(n)))
    await Promise.race([leading(), work])
    rest.abort()
    await work
    if (life.aborted) return
    await Promise.all(attendees.map(({ session }) => reached(session.saved, ({ state }) => state === 'saved')))
  }

  return {
    attendees,
    ended: run(),
    close: async () => {
      rest.abort()
      await Promise.all(browsers.map((browser) => browser.close()))
    },
  }
}
