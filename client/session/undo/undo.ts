import type * as Y from 'yjs'
import { sameMembers } from '../equal.ts'
import type { DocumentName, Documents } from '../salvage/differences.ts'
import { cell, type Watched } from '../watched.ts'
import { binned, placedNow, recordSteps, type Step, writeBack } from './steps.ts'
import { recordTyping, type TextAddress } from './typing.ts'

/** Takes my own changes back, one at a time, as writes that everyone may see and the rules allow. */
export interface Undo extends Watched<UndoState> {
  /** Says whether there was something to undo. */
  undo(): boolean
  redo(): boolean
  close(): void
}

export interface UndoState {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** The next undo is typing in a text. */
  readonly nextIsTyping: boolean
}

/** What undo needs to know of who asks. */
export interface UndoRules {
  /** Whether I may write this field now. */
  may(place: TextAddress): boolean
  /** What `removed` says when I put something into the bin now. */
  bin(): unknown
  /** Epoch milliseconds. */
  now(): number
}

type Item =
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'typing'; readonly in: DocumentName }

/** Changes of one field within so much time are one, as letters typed are. */
const pauseMs = 500

/** At most so many changes can be taken back. */
const longest = 200

/**
 * Undoing a creation puts the entry into the bin, undoing a removal takes it out; a field gets its former value unless
 * somebody has changed it since; letters go and come by Yjs's own bookkeeping. [UNDO1] [UNDO2] [UNDO3]
 *
 * @remarks
 * `Y.UndoManager` alone would delete what was created, which no person may: it is given the texts only.
 */
export function openUndo(documents: Watched<Documents>, rules: UndoRules): Undo & UndoTracking {
  const state = cell<UndoState>({ canUndo: false, canRedo: false, nextIsTyping: false }, sameMembers)
  let stacks: { undo: Item[]; redo: Item[] } = { undo: [], redo: [] }
  let changedAt = 0
  let recording = record()
  const stop = documents.subscribe(() => {
    recording.close()
    stacks = { undo: [], redo: [] }
    recording = record()
    show()
  })

  function record() {
    const typing = {
      board: recordTyping(documents.get().board, () => push({ kind: 'typing', in: 'board' })),
      desk: recordTyping(documents.get().desk, () => push({ kind: 'typing', in: 'desk' })),
    }
    const stopSteps = recordSteps(documents.get(), recorded)
    return {
      typing,
      close: () => {
        stopSteps()
        typing.board.close()
        typing.desk.close()
      },
    }
  }
  function recorded(steps: readonly Step[]) {
    for (const each of [recording.typing.board, recording.typing.desk]) {
      each.pause()
      each.forgetRedo()
    }
    const last = stacks.undo.at(-1)
    const [step] = steps
    const goesOn = step && steps.length === 1 && rules.now() - changedAt < pauseMs && last?.kind === 'steps'
    const [before] = goesOn && last.steps.length === 1 ? last.steps : []
    changedAt = rules.now()
    if (!step || !before || !isSamePlace(before, step)) return push({ kind: 'steps', steps })
    stacks.undo.pop()
    push({ kind: 'steps', steps: [{ ...step, before: before.before }] })
  }
  function push(item: Item) {
    stacks.undo = [...stacks.undo, item].slice(-longest)
    stacks.redo = []
    show()
  }
  function show() {
    state.set({
      canUndo: stacks.undo.length > 0,
      canRedo: stacks.redo.length > 0,
      nextIsTyping: stacks.undo.at(-1)?.kind === 'typing',
    })
  }
  function go(direction: 'undo' | 'redo'): boolean {
    const [from, to] = direction === 'undo' ? [stacks.undo, stacks.redo] : [stacks.redo, stacks.undo]
    for (let item = from.pop(); item !== undefined; item = from.pop()) {
      if (!apply(item, direction)) continue
      to.push(item)
      show()
      return true
    }
    show()
    return false
  }
  function apply(item: Item, direction: 'undo' | 'redo'): boolean {
    if (item.kind === 'steps') return applySteps(item.steps, direction)
    const typing = recording.typing[item.in]
    if (typing.next(direction).every(rules.may)) return typing[direction]()
    typing.drop(direction)
    return false
  }
  function applySteps(steps: readonly Step[], direction: 'undo' | 'redo'): boolean {
    const placed = steps.map((step) => placedNow(documents.get(), step))
    const ordered = direction === 'undo' ? placed.toReversed() : placed
    const done = ordered.filter((step) => {
      const before = step.before === binned || isBin(step) ? rules.bin() : step.before
      const after = step.field === 'removed' && step.after !== undefined ? rules.bin() : step.after
      if (!rules.may(step)) return false
      return direction === 'undo'
        ? writeBack(documents.get(), step, after, before)
        : writeBack(documents.get(), step, before, after)
    })
    return done.length > 0
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    undo: () => go('undo'),
    redo: () => go('redo'),
    track: (text, address) => recording.typing[address.document].track(text, address),
    close: () => {
      stop()
      recording.close()
    },
  }
}

export interface UndoTracking {
  /** Makes the letters of a text undoable. */
  track(text: Y.Text, address: TextAddress): void
}

/** A bin entry is signed anew by whoever puts it back in: only the writer's own name passes. */
function isBin(step: Step): boolean {
  return step.field === 'removed' && step.before !== undefined
}

function isSamePlace(a: Step, b: Step): boolean {
  const isField = a.field !== 'removed' && a.before !== binned
  return isField && a.document === b.document && a.root === b.root && a.id === b.id && a.field === b.field
}
