import * as Y from 'yjs'
import { encodeFrame } from '../../shared/protocol/frames.ts'
import { Assailant, type Reception } from './assailant.ts'
import type { DocumentName, Name, Scene } from './scene.ts'

/** How something ended; `how` is what the server said. */
export interface Outcome {
  readonly passed: boolean
  readonly how: string
}

/** Something that is tried. */
export interface Attempt {
  readonly what: string
  run(scene: Scene): Promise<Outcome>
}

/** Attacks of one kind, and what is done the same way but allowed: had that no way through either, nothing was shown. */
export interface Kind {
  readonly kind: string
  readonly attacks: readonly Attempt[]
  readonly twins: readonly Attempt[]
  /** What the board has to be like. */
  before?(scene: Scene): Promise<void>
  after?(scene: Scene): Promise<void>
}

export const held = (how: string): Outcome => ({ passed: false, how })
export const passed = (how: string): Outcome => ({ passed: true, how })

export const wireOf = (scene: Scene, name: Name, document: DocumentName) => ({
  origin: scene.origin,
  room: document === 'board' ? scene.board.id : `${scene.board.id}/desk`,
  headers: { Cookie: scene.people[name].cookie },
})

interface Sent {
  readonly as: Name
  readonly document: DocumentName
  /** Changes a copy that has all, as a browser would. */
  change?(copy: Y.Doc, scene: Scene): void
  /** Or the update itself. */
  update?(scene: Scene): Uint8Array
  readonly type?: 'update' | 'step-2'
}

/** An update that the server must not take. */
export function attack(what: string, sent: Sent): Attempt {
  return {
    what: `${sent.as}, ${sent.document}: ${what}`,
    async run(scene) {
      const { reception } = await deliver(scene, sent)
      return judged(reception)
    },
  }
}

/** An update that the server has to take, and to show everyone. */
export function twin(what: string, sent: Sent): Attempt {
  return {
    what: `${sent.as}, ${sent.document}: ${what}`,
    async run(scene) {
      const { reception, update } = await deliver(scene, sent)
      if (reception.took !== 'saved') return held(wordsFor(reception))
      return (await scene.ledgers[sent.document].shows(update))
        ? passed('saved and shown')
        : held('saved, but not shown')
    },
  }
}

async function deliver(
  scene: Scene,
  sent: Sent,
): Promise<{ readonly reception: Reception; readonly update: Uint8Array }> {
  const update = sent.update?.(scene) ?? changed(scene, sent)
  const assailant = await Assailant.connect(wireOf(scene, sent.as, sent.document))
  const reception = await assailant.strike([encodeFrame({ type: sent.type ?? 'update', update })], 1)
  assailant.hangUp()
  return { reception, update }
}

function changed(scene: Scene, { change, document }: Sent): Uint8Array {
  const ledger = scene.ledgers[document]
  const copy = ledger.copy()
  copy.transact(() => change?.(copy, scene))
  const update = Y.encodeStateAsUpdate(copy, ledger.stateVector)
  if (Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(ledger.copy()))) throw new Error('this attack does nothing')
  return update
}

/** Refused or set aside, and in the words of the contract. */
export function judged(reception: Reception): Outcome {
  const isRefusal = reception.took === 'closed' && reception.code === 4403
  return isRefusal || reception.took === 'asked-back' ? held(wordsFor(reception)) : passed(wordsFor(reception))
}

export function wordsFor(reception: Reception): string {
  return reception.took === 'closed' ? `${reception.code} ${reception.reason}` : reception.took
}
