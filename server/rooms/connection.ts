import * as Y from 'yjs'
import { type CloseCode, closeCodes } from '../../shared/protocol/close-codes.ts'
import { decodeFrame, encodeFrame, type Frame, isKnownFrameType } from '../../shared/protocol/frames.ts'
import { Acknowledgements } from './acknowledgements.ts'
import { Aside } from './aside.ts'
import type { Waiting } from './batch.ts'
import { Outbox } from './outbox.ts'
import type { Peer } from './peer.ts'
import { MemoryBroken, type Room } from './room.ts'
import { SecondThought } from './second-thought.ts'
import { isStateVector } from './state-vector.ts'
import { Unhurried } from './unhurried.ts'

/** One peer in one room: what it sent, how much of that is safe, and what it gets. */
export class Connection {
  readonly peer: Peer
  readonly #room: Room
  readonly #outbox: Outbox
  readonly #acknowledgements: Acknowledgements
  readonly #aside: Aside
  readonly #presenceQuestions: Unhurried<undefined>
  readonly #stepsTwo: Unhurried<undefined>
  /** Undefined: no other server writes what is judged on. */
  readonly #second: SecondThought | undefined
  #isOpen = true
  #hasAskedAboutGap = false

  constructor(room: Room, peer: Peer) {
    this.#room = room
    this.peer = peer
    this.#acknowledgements = new Acknowledgements(room.parts.soon, () => this.sendSaved())
    this.#aside = new Aside(room.parts.limits)
    const unhurried = { ...room.parts, restMs: room.parts.limits.answerRestMs }
    this.#presenceQuestions = new Unhurried(unhurried, () => this.#sendPresence())
    this.#stepsTwo = new Unhurried(unhurried, () => this.#guarded(() => this.#takeUpAside()))
    const { newest, limits } = room.parts
    this.#second =
      newest &&
      new SecondThought({
        newest,
        mostBytes: limits.asideBytes,
        receive: (bytes) => this.receive(bytes),
        guarded: (work) => this.#guarded(work),
        failed: (reason) => this.close(closeCodes.tryAgain, reason),
      })
    this.#outbox = new Outbox(peer, {
      ...unhurried,
      answerTo: (stateVector) => {
        peer.spend(room.parts.weight())
        return room.answerTo(stateVector)
      },
      shown: () => room.shownBefore,
      whenStored: (run) => this.#whenStored(run),
    })
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  receive(bytes: Uint8Array): void {
    if (!this.#isOpen) return
    if (this.#second?.add(bytes)) return
    const tookMs = this.#room.parts.startStopwatch()
    const frame = decodeFrame(bytes)
    if (frame) this.#guarded(() => this.#receiveFrame(frame))
    else this.refuse(isKnownFrameType(bytes) ? 'malformed' : 'unknown-message')
    this.peer.spend(tookMs() * this.#room.parts.limits.bytesForEachMs)
  }

  /** Asks the peer for whatever the server lacks. */
  ask(): void {
    const stateVector = Y.encodeStateVector(this.#room.parts.doc)
    this.#whenStored(() => this.send(encodeFrame({ type: 'step-1', stateVector })))
  }

  /** Passes on what others wrote. */
  relay(frame: Uint8Array): void {
    this.#outbox.relay(frame)
  }

  /** Passes on what was committed elsewhere. */
  relayTaken(frame: Uint8Array): void {
    this.#outbox.relayTaken(frame)
  }

  /** Sends what a peer that can't keep up may miss. */
  send(frame: Uint8Array): void {
    if (this.#isOpen) this.#outbox.send(frame)
  }

  sendSaved(): void {
    this.send(encodeFrame({ type: 'saved', count: this.#acknowledgements.saved }))
  }

  /** The peer, congested until now, keeps up again. */
  drained(): void {
    if (!this.#isOpen) return
    this.#outbox.drained()
    this.#sendPresence()
    this.sendSaved()
    if (!this.#aside.isEmpty) this.ask()
  }

  refuse(reason: string): void {
    if (!this.#isOpen) return
    const { metrics, log, document } = this.#room.parts
    metrics.refused(reason)
    log.warn({ person: this.peer.person, document, reason }, 'refused what a client sent')
    this.close(closeCodes.refused, reason)
  }

  close(code: CloseCode, reason: string): void {
    if (!this.#isOpen) return
    this.leave()
    this.peer.close(code, reason)
  }

  /** The socket is gone. */
  leave(): void {
    this.#isOpen = false
    this.#room.leave(this)
  }

  #receiveFrame(frame: Frame): void {
    switch (frame.type) {
      case 'step-1':
        if (isStateVector(frame.stateVector)) this.#outbox.asked(frame.stateVector)
        else this.refuse('malformed')
        break
      case 'step-2':
        this.#judge(this.#acknowledgements.receive(), frame.update, 'complete')
        if (!this.#aside.isEmpty) this.#stepsTwo.ask(undefined)
        break
      case 'update':
        this.#judge(this.#acknowledgements.receive(), frame.update, 'maybe-early')
        break
      case 'awareness':
        this.#room.parts.heard(this, frame.update)
        break
      case 'query-awareness':
        this.#presenceQuestions.ask(undefined)
        break
      case 'saved':
        this.refuse('unknown-message')
        break
    }
  }

  #judge(message: number, update: Uint8Array, expected: 'complete' | 'maybe-early'): void {
    const verdict = this.#room.parts.judge(update, this.peer.person)
    const isAgainst = verdict.verdict === 'refuse' || (verdict.verdict === 'gap' && expected === 'complete')
    if (isAgainst && this.#second?.askFor(() => this.#judge(message, update, expected))) return
    switch (verdict.verdict) {
      case 'refuse':
        // Somebody being removed is sent away once that is committed: 4409 makes a browser delete its copy.
        if (verdict.reason !== 'removed-from-board') this.refuse(verdict.reason)
        break
      case 'gap':
        if (expected === 'complete') this.refuse('gap')
        else this.#setAside(message, update)
        break
      case 'apply':
        this.#room.apply(update, verdict.newClients, this, expected === 'complete' ? 'after-absence' : 'at-once')
        this.#acknowledge(message)
        break
      case 'nothing-new':
        this.#acknowledge(message)
        break
    }
  }

  #setAside(message: number, update: Uint8Array): void {
    if (!this.#aside.add({ message, update })) this.close(closeCodes.tryAgain, 'too-much-waiting')
    if (this.#hasAskedAboutGap || !this.#isOpen) return
    this.#hasAskedAboutGap = true
    this.ask()
  }

  /** After a step 2: what waited is covered by it now, or can be applied, or waits on. */
  #takeUpAside(): void {
    this.#hasAskedAboutGap = false
    for (const { message, update } of this.#aside.takeAll()) {
      if (this.#isOpen) this.#judge(message, update, 'maybe-early')
    }
  }

  #acknowledge(message: number): void {
    this.#room.parts.journal.whenCommitted(this.#whileOpen(() => this.#acknowledgements.settle(message)))
  }

  #sendPresence(): void {
    if (!this.#isOpen) return
    const presence = this.#room.parts.presence(this.peer.person)
    if (presence) this.send(presence)
  }

  /** Once what the document holds now may be shown. */
  #whenStored(show: () => void): void {
    const { journal, document } = this.#room.parts
    journal.whenStored(document, this.#whileOpen(show))
  }

  #whileOpen(run: () => void): Waiting {
    return {
      committed: () => {
        if (this.#isOpen) run()
      },
      failed: () => {},
    }
  }

  /** What throws here is a bug of ours, or bytes that only Yjs could tell are broken. It costs this connection. */
  #guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      const { broken, log, document } = this.#room.parts
      log.error({ err: error, person: this.peer.person, document }, 'could not take in what a client sent')
      this.refuse('malformed')
      if (error instanceof MemoryBroken) broken(error)
    }
  }
}
