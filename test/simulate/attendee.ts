import type { BoardSession } from '../../client/session/board-session.ts'
import { moved, type TextHandle } from '../../client/session/text/text-handle.ts'
import { currentItem } from '../../shared/review/agenda.ts'
import type { AgendaItem } from '../../shared/review/session.ts'
import { target } from '../../shared/review/target.ts'
import type { Chance } from '../support/chance.ts'
import type { TestBrowser } from '../support/test-browser.ts'
import type { Pace } from './pace.ts'
import { Words } from './words.ts'

/** A letter takes so long, in seconds. */
const [shortStroke, longStroke] = [0.06, 0.22]

/** Somebody simulated, before the board in a browser of their own: the client of the product, without its screen. */
export class Attendee {
  readonly session: BoardSession
  readonly words: Words
  readonly chance: Chance
  readonly #browser: TestBrowser
  readonly #pace: Pace
  /** How often they were cut off, and came back. */
  returns = 0

  constructor(browser: TestBrowser, session: BoardSession, chance: Chance, pace: Pace) {
    this.#browser = browser
    this.session = session
    this.chance = chance
    this.words = new Words(chance)
    this.#pace = pace
  }

  get id(): string {
    return this.session.me.id
  }

  /** The phase that runs, as they see it. */
  get item(): AgendaItem {
    const item = currentItem(this.session.view.session.get())
    if (item === null) throw new Error('the board is in no phase')
    return item
  }

  /** Seconds, as people would take them. */
  async think(least: number, most: number): Promise<void> {
    await this.#pace.take(this.chance.int(least * 10, most * 10) / 10)
  }

  /** Types at the end of a text, letter by letter, for everyone to see; the caret stays where it is while others type. */
  async type(text: TextHandle | undefined, words: string): Promise<void> {
    if (text === undefined) return
    const { presence } = this.session
    presence.set({ editing: text.place })
    let caret = text.read().length
    const stop = text.subscribe((edits) => {
      caret = moved(caret, edits)
    })
    // However fast they are, a stroke is not sent more often than a person is read.
    const letters = Math.max(1, Math.round(this.#pace.speed / 5))
    for (let at = 0; at < words.length; at += letters) {
      await this.#pace.take(letters * (shortStroke + (longStroke - shortStroke) * (this.chance.int(0, 100) / 100)))
      const insert = words.slice(at, at + letters)
      text.edit({ index: caret, remove: 0, insert })
      caret += insert.length
    }
    stop()
    presence.set({ editing: null })
  }

  /** Whether somebody else is writing there. */
  seesOthersIn(text: TextHandle | undefined): boolean {
    const others = [...this.session.presence.everyone.get().byPerson.values()]
    return others.some(({ person, editing }) => person !== this.id && editing === text?.place)
  }

  /** Composes a note: that they write is seen, and what only once it is a note. */
  async compose(section: string): Promise<void> {
    const { presence, verbs } = this.session
    presence.set({ at: section, editing: target('section', section) })
    const text = this.words.thought(section)
    await this.#pace.take(text.length * shortStroke * 2)
    presence.set({ at: null, editing: null })
    verbs.addDraft({ section, text })
  }

  /** Drags a note: others see who has it, until it is dropped. */
  async drag(note: string, drop: () => void): Promise<void> {
    this.session.presence.set({ dragging: note })
    await this.think(1, 3)
    drop()
    this.session.presence.set({ dragging: null })
  }

  /** Looks at something else for a while. */
  async wander(): Promise<void> {
    this.session.presence.set({ away: true })
    await this.think(5, 20)
    this.session.presence.set({ away: false })
  }

  /** Is without a network for a while, and works on. */
  async dropOff(meanwhile: () => Promise<void>): Promise<void> {
    this.#browser.cut()
    try {
      await this.think(2, 6)
      await meanwhile()
    } finally {
      this.#browser.mend()
      this.returns += 1
    }
  }

  async raiseHand(): Promise<void> {
    const { presence, clock } = this.session
    presence.set({ hand: clock.now() })
    await this.think(8, 25)
    presence.set({ hand: null })
  }
}
