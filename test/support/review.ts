import * as Y from 'yjs'
import { newBoard } from '../../server/facilitation/create-board.ts'
import type { FacilitationDeps } from '../../server/facilitation/deps.ts'
import { facilitationHooks } from '../../server/facilitation/hooks.ts'
import { runCommand } from '../../server/facilitation/run-command.ts'
import { roomLimits } from '../../server/limits.ts'
import { judge } from '../../server/rooms/guard/guard.ts'
import type { RoomLimits } from '../../server/rooms/limits.ts'
import type { LiveBoard } from '../../server/rooms/live-board.ts'
import { openRegistry, type Registry } from '../../server/rooms/registry.ts'
import type { Wanted } from '../../server/rooms/rooms.ts'
import { stopwatches } from '../../server/rooms/stopwatch.ts'
import { type Log, type Metrics, noMetrics, silentLog } from '../../server/rooms/telemetry.ts'
import type { CreateBoard } from '../../shared/api/boards.ts'
import type { Command } from '../../shared/api/commands.ts'
import type { Role } from '../../shared/review/people.ts'
import { Clock } from './clock.ts'
import { type HeldBoards, heldBoards } from './held-boards.ts'
import { openMemoryStore } from './memory-store.ts'
import { Pipe } from './pipe.ts'

const roles = { ana: 'participant', ben: 'participant', fay: 'facilitator', olga: 'observer' } as const
type Name = keyof typeof roles

interface Setting {
  readonly limits?: Partial<RoomLimits>
  readonly metrics?: Metrics
  readonly log?: Log
  readonly body?: Partial<CreateBoard>
  readonly random?: () => number
}

/** A board with ana, ben, fay and olga on it, whose rooms, store, wires and clock are turned by hand. */
export class Review {
  readonly id: string
  readonly registry: Registry
  readonly store: HeldBoards
  readonly clock: Clock
  readonly deps: FacilitationDeps
  readonly #open: () => Registry
  readonly #pipes: Pipe[] = []

  constructor(id: string, open: () => Registry, store: HeldBoards, clock: Clock, deps: FacilitationDeps) {
    this.id = id
    this.#open = open
    this.registry = open()
    this.store = store
    this.clock = clock
    this.deps = deps
  }

  async live(): Promise<LiveBoard> {
    const live = await this.registry.open(this.id)
    if (!live) throw new Error('the board is gone')
    return live
  }

  /** The board after it failed, once it is loaded again. */
  async rested(): Promise<LiveBoard> {
    await this.pass(roomLimits.restMs)
    return this.live()
  }

  /** The same review on a server that has only what is stored; nobody is connected to it. */
  restarted(): Review {
    return new Review(this.id, this.#open, this.store, this.clock, this.deps)
  }

  /** Somebody's wire, connected but silent. Where they are turned away, the pipe is closed. */
  async connect(name: string, wanted: Wanted = 'board', doc?: Y.Doc): Promise<Pipe> {
    const pipe = new Pipe(name, doc, this.clock.now)
    const admission = await this.registry.connect(this.id, wanted, pipe)
    if (admission.admitted) pipe.connection = admission.connection
    else pipe.closed = { code: admission.code, reason: admission.reason }
    this.#pipes.push(pipe)
    return pipe
  }

  /** Somebody's wire, greeted and in step. */
  async join(name: string, wanted: Wanted = 'board', doc?: Y.Doc): Promise<Pipe> {
    const pipe = await this.connect(name, wanted, doc)
    pipe.greet()
    await this.turn()
    return pipe
  }

  /** Lets everything happen that can: frames, ends of turns, commits. */
  async turn(): Promise<void> {
    for (let isQuiet = false; !isQuiet; ) {
      await new Promise(setImmediate) // whatever was waiting for the store
      const moved = [
        ...this.#pipes.map((pipe) => pipe.deliver()),
        this.clock.turn(),
        ...this.#pipes.map((pipe) => pipe.hear()),
      ]
      isQuiet = !moved.includes(true)
    }
  }

  /** Some time goes by, and all that it brings. */
  async pass(ms: number): Promise<void> {
    this.clock.pass(ms)
    await this.turn()
  }

  async command(command: Command): Promise<void> {
    const live = await this.live()
    const done = runCommand(live, 'fay', command, this.deps)
    await this.turn()
    await done
  }

  /** A document as the store has it. */
  async stored(document: 'board' | `desk/${string}` = 'board'): Promise<Y.Doc> {
    const doc = new Y.Doc()
    const board = await this.store.load(this.id)
    for (const update of board?.documents.get(document) ?? []) Y.applyUpdate(doc, update)
    return doc
  }
}

export async function aReview({ limits, metrics, log, body, random = () => 0.5 }: Setting = {}): Promise<Review> {
  const clock = new Clock()
  const store = heldBoards(openMemoryStore().boards)
  const numbers = [0]
  const next = () => numbers.push(0)
  const deps: FacilitationDeps = {
    now: clock.now,
    newId: () => `id${next()}`,
    newSecret: () => `secret${next()}`,
    random,
    newClientId: () => 900_000_000 + next(),
  }
  const open = () =>
    openRegistry({
      store,
      judge,
      hooks: facilitationHooks(deps),
      timers: clock,
      limits: { ...roomLimits, ...limits },
      log: log ?? silentLog,
      metrics: metrics ?? noMetrics,
      now: clock.now,
      startStopwatch: stopwatches(clock),
      newClientId: deps.newClientId,
    })
  const member = (id: Name, role: Role) => ({ id, name: id, color: 'blue', role, joinedAt: clock.now(), counts: true })
  const board = newBoard({ title: 'Deploys stopped', name: 'fay', ...body }, member('fay', 'facilitator'), deps)
  await store.create(board, board.first)
  const review = new Review(board.id, open, store, clock, deps)
  const live = await review.live()
  const written = live.write((writer) => {
    for (const name of ['ana', 'ben', 'olga'] as const) writer.setMember(member(name, roles[name]))
  })
  await review.turn()
  await written
  return review
}
