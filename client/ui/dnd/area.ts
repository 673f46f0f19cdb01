import type { KeyboardEvent, MouseEvent, TouchEvent } from 'react'
import type { DragStore } from './drag-store.ts'
import type { Registry } from './registry.ts'

/** What may begin a drag. */
export type Lifting = MouseEvent | TouchEvent | KeyboardEvent

/** Takes an event on an item; whether a drag begins is its to decide. */
export type Lift = (event: Lifting, item: string) => void

/** One area in which items are dragged, as they and the lists in it know it. */
export interface Area {
  readonly store: DragStore
  readonly registry: Registry
  /** Id of the element that says how to drag by keyboard. */
  readonly hint: string
  /** Fetches what drags. */
  prepare(): void
  readonly lift: Lift
  /** Hands all that begins a drag to what drags, from the moment on at which it is there. */
  obey(lift: Lift): () => void
}

/**
 * @remarks
 * What drags is fetched when an item is first pointed at or focused. Whoever is faster than that loses nothing: the event
 * is put again, unless they have let go meanwhile.
 */
export function createArea(store: DragStore, registry: Registry, hint: string, prepare: () => void): Area {
  let ready: Lift | null = null
  let waiting: Event | null = null
  const letGo = ['mouseup', 'touchend', 'touchcancel', 'touchmove'] as const
  const forget = () => {
    waiting = null
    for (const sign of letGo) window.removeEventListener(sign, forget, true)
  }
  return {
    store,
    registry,
    hint,
    prepare,
    lift(event, item) {
      if (ready !== null) return ready(event, item)
      if (event.type === 'keydown') {
        if (event.nativeEvent instanceof KeyboardEvent && event.nativeEvent.code !== 'Space') return
        event.preventDefault()
      }
      prepare()
      if (event.type === 'mousedown') selectNothingUntilLetGo()
      waiting = event.nativeEvent
      for (const sign of letGo) window.addEventListener(sign, forget, true)
    },
    obey(lift) {
      ready = lift
      const again = waiting
      forget()
      if (again !== null) queueMicrotask(() => putAgain(again))
      return () => {
        ready = null
      }
    },
  }
}

/**
 * What drags sees to it that no text is selected on the way; until that is there, nobody would.
 *
 * @remarks
 * Among a thousand notes a selection from one column into another took the browser half a second. [DRAG5]
 */
function selectNothingUntilLetGo(): void {
  const prevent = (event: Event) => event.preventDefault()
  window.addEventListener('selectstart', prevent, true)
  window.addEventListener('mouseup', () => window.removeEventListener('selectstart', prevent, true), {
    capture: true,
    once: true,
  })
}

function putAgain(event: Event): void {
  const init: EventInit = event
  if (event instanceof MouseEvent) event.target?.dispatchEvent(new MouseEvent(event.type, init))
  else if (event instanceof KeyboardEvent) event.target?.dispatchEvent(new KeyboardEvent(event.type, init))
  else if ('TouchEvent' in window) event.target?.dispatchEvent(new TouchEvent(event.type, init))
}
