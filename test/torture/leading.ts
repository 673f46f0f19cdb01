import { setTimeout as pause } from 'node:timers/promises'
import type * as Y from 'yjs'
import type { Command } from '../../shared/api/commands.ts'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import type { Session } from '../../shared/review/session.ts'
import type { Chance } from '../support/chance.ts'
import type { PlainBoard } from '../support/world.ts'
import type { Promises } from './promises.ts'

/** A command on its way: sent again under the same id until there is an answer. */
type Order = Command & { readonly id: string }

/** The facilitator of one board: commands at random, one after the other. */
export class Leading {
  /** The phases in the order in which they began, by what was answered. */
  readonly visits: string[] = []
  /** Answers that nobody who does nothing wrong should get. */
  readonly surprises: string[] = []
  readonly #board: PlainBoard
  readonly #doc: Y.Doc
  readonly #chance: Chance
  readonly #promises: Promises
  #order: Order | undefined
  #count = 0

  constructor(board: PlainBoard, doc: Y.Doc, chance: Chance, promises: Promises) {
    this.#board = board
    this.#doc = doc
    this.#chance = chance
    this.#promises = promises
  }

  /** Something that comes to mind, or what was not answered. */
  async lead(): Promise<void> {
    const session = readFlat(this.#doc, 'session')
    if (session.phase === undefined) return
    await this.#send(this.#order ?? this.#named(this.#think(session)))
  }

  /** What was not answered is sent again until it is. */
  async finish(life: AbortSignal): Promise<void> {
    while (this.#order && !life.aborted) {
      await this.#send(this.#order)
      await pause(10)
    }
  }

  /** This one command now, until it is answered. */
  async command(command: Command, life: AbortSignal): Promise<void> {
    await this.#send(this.#named(command))
    await this.finish(life)
  }

  async #send(order: Order): Promise<void> {
    this.#order = order
    const answer = await this.#board.fay.command(order).catch(() => undefined)
    if (answer === undefined || [429, 500, 503].includes(answer.status)) return
    this.#order = undefined
    if (answer.ok) this.#done(order)
    else if (answer.status !== 409) this.surprises.push(`${order.type} was answered ${answer.status}`)
  }

  #done(order: Order): void {
    this.#promises.answered({ what: 'command', board: this.#board.id, id: order.id })
    const { agenda, phase } = readFlat(this.#doc, 'session')
    if (this.visits.length === 0) this.visits.push(agenda[0]?.id ?? phase)
    if (order.type === 'phase.go' && order.phase !== this.visits.at(-1)) this.visits.push(order.phase)
  }

  #named(command: Command): Order {
    this.#count += 1
    return { ...command, id: `c${this.#count}` }
  }

  #think({ agenda }: Session): Command {
    const of = <T>(list: readonly T[], otherwise: T) => this.#chance.of(list) ?? otherwise
    const go: Command = { type: 'phase.go', phase: of(agenda, agenda[0]!).id, timer: this.#chance.happens(0.5) }
    const note = of(readEntries(this.#doc, 'notes'), undefined)
    return of<Command>(
      [
        go,
        go,
        go,
        { type: 'round.open' },
        { type: 'round.close' },
        { type: 'round.recount' },
        { type: 'timer.start', seconds: 60 },
        { type: 'timer.add', seconds: 30 },
        { type: 'timer.pause' },
        { type: 'spotlight.set', target: note ? `note:${note.id}` : null },
        { type: 'board.rename', title: `Deploys stopped ${this.#count}` },
        { type: 'invite.rotate', role: 'observer' },
      ],
      go,
    )
  }
}
