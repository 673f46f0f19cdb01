import type * as Y from 'yjs'
import type { CreateBoard } from '../../shared/api/boards.ts'
import type { Role } from '../../shared/review/people.ts'
import type { Chance } from '../support/chance.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { openPlainBoard, type PlainBoard, type PlainPerson } from '../support/world.ts'
import { Leading } from './leading.ts'
import { documentName, type Promises } from './promises.ts'
import { type Hands, workAtRandom } from './work.ts'
import { Written } from './written.ts'

/** Somebody at one tab: the board and their desk. */
export interface Seat {
  readonly person: PlainPerson
  readonly board: PlainClient
  readonly desk: PlainClient
  readonly hands: Hands
}

/** The people of one board. */
export class Team {
  readonly board: PlainBoard
  readonly leading: Leading
  /** Somebody who only looks, each time afresh. */
  readonly observer: PlainPerson
  readonly written = new Written()
  readonly seats: Seat[] = []
  readonly #chance: Chance
  readonly #promises: Promises

  private constructor(board: PlainBoard, observer: PlainPerson, chance: Chance, promises: Promises) {
    this.board = board
    this.observer = observer
    this.#chance = chance
    this.#promises = promises
    const { doc } = this.sit(board.fay, 'facilitator').board
    this.leading = new Leading(board, doc, chance, promises)
  }

  /** `people` counts the facilitator; the first of the others has two tabs. */
  static async open(
    origin: string,
    settings: CreateBoard['settings'],
    people: number,
    chance: Chance,
    promises: Promises,
  ): Promise<Team> {
    const board = await openPlainBoard(origin, { settings })
    promises.answered({ what: 'board', board: board.id })
    const team = new Team(board, await board.person('olga'), chance, promises)
    for (let n = 1; n < people; n += 1) await team.welcome(`Person ${n}`)
    const [, first] = team.seats
    if (first) team.sit(first.person, 'participant')
    return team
  }

  /** Somebody joins by HTTP, and sits down. */
  async welcome(name: string): Promise<Seat> {
    const person = await this.board.person(name)
    this.#promises.answered({ what: 'member', board: this.board.id, person: person.id })
    return this.sit(person, 'participant')
  }

  sit(person: PlainPerson, role: Role): Seat {
    const { id } = this.board
    const board = person.board({ witness: this.#promises.witness(documentName(id, 'board')) })
    const desk = person.desk({ witness: this.#promises.witness(documentName(id, `desk/${person.id}`)) })
    const me = { id: person.id, name: person.name, role }
    const hands = { me, board: board.doc, desk: desk.doc, written: this.written, chance: this.#chance }
    const seat = { person, board, desk, hands }
    this.seats.push(seat)
    return seat
  }

  /** One of them does something. */
  work(): void {
    const seat = this.#chance.of(this.seats)
    if (seat) workAtRandom(seat.hands)
  }

  get clients(): readonly PlainClient[] {
    return this.seats.flatMap(({ board, desk }) => [board, desk])
  }

  /** Everyone's desk as their first tab has it. */
  get desks(): ReadonlyMap<string, Y.Doc> {
    return new Map(this.seats.toReversed().map(({ person, desk }) => [person.id, desk.doc]))
  }
}
