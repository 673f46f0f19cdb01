import { type CollisionDetection, DndContext, DragOverlay, MeasuringStrategy, useDndContext } from '@dnd-kit/core'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { DragContext, useDrag } from './context.ts'
import { createDragStore } from './drag-store.ts'
import { walkWith } from './keyboard.ts'
import { layoutOf } from './layout.ts'
import { type Place, placeAt } from './place.ts'
import { useDragSensors } from './sensors.ts'

/** How a drag is told to someone who doesn't see it. */
export interface DragWords {
  /** How to drag by keyboard; read with every item that can be dragged. */
  readonly instructions: string
  lifted(item: string): string
  over(item: string, place: Place | null): string
  dropped(item: string, place: Place | null): string
  cancelled(item: string): string
}

interface Props {
  readonly words: DragWords
  /** What follows the pointer. */
  readonly overlay: (item: string) => ReactNode
  readonly onDrop: (item: string, place: Place) => void
  /** The item that is being dragged, or null again: for telling others. */
  readonly onDragging: (item: string | null) => void
  /** Changes whenever items have come, gone or moved: places are measured anew then. */
  readonly arrangement: unknown
  readonly children: ReactNode
}

/** Where items can be dragged: the one place that knows the drag library. */
export function DragArea({ words, overlay, onDrop, onDragging, arrangement, children }: Props) {
  const [store] = useState(createDragStore)
  const walk = useMemo(() => walkWith(store), [store])
  const sensors = useDragSensors(walk)
  const [said, say] = useState('')

  const tell = useRef(onDragging)
  useEffect(() => {
    tell.current = onDragging
  })
  useEffect(
    () => () => {
      if (store.get().item !== null) tell.current(null)
    },
    [store],
  )

  useEffect(
    () =>
      store.subscribe(() => {
        const { item, place } = store.get()
        if (item !== null) say(words.over(item, place))
      }),
    [store, words],
  )

  const findPlace: CollisionDetection = ({ active, droppableContainers, droppableRects, pointerCoordinates }) => {
    const item = String(active.id)
    // Arrow keys set the place themselves.
    const place =
      pointerCoordinates === null
        ? store.get().place
        : placeAt(pointerCoordinates, layoutOf(droppableContainers, droppableRects), item)
    return place === null ? [] : [{ id: listId(place.list), data: { place } }]
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={findPlace}
      measuring={measuring}
      autoScroll={autoScroll}
      accessibility={{
        announcements: silent,
        screenReaderInstructions: { draggable: words.instructions },
        restoreFocus: false,
      }}
      onDragStart={({ active }) => {
        store.set({ item: String(active.id), place: null })
        onDragging(String(active.id))
        say(words.lifted(String(active.id)))
      }}
      onDragMove={({ active, activatorEvent, collisions }) => {
        if (isKey(activatorEvent)) return
        store.set({ item: String(active.id), place: placeIn(collisions?.[0]?.data) })
      }}
      onDragEnd={({ active, activatorEvent, collisions }) => {
        const place = isKey(activatorEvent) ? store.get().place : placeIn(collisions?.[0]?.data)
        store.set({ item: null, place: null })
        onDragging(null)
        say(words.dropped(String(active.id), place))
        if (place !== null) onDrop(String(active.id), place)
      }}
      onDragCancel={({ active }) => {
        store.set({ item: null, place: null })
        onDragging(null)
        say(words.cancelled(String(active.id)))
      }}
    >
      <DragContext value={store}>
        {children}
        <Remeasure arrangement={arrangement} />
        <Lifted overlay={overlay} />
      </DragContext>
      <div aria-live="assertive" role="status" className="sr-only">
        {said}
      </div>
    </DndContext>
  )
}

/** Others may add and move items while one is dragged. */
function Remeasure({ arrangement }: Pick<Props, 'arrangement'>) {
  const { active, droppableContainers, measureDroppableContainers } = useDndContext()
  const latest = useRef({ active, droppableContainers, measureDroppableContainers })
  latest.current = { active, droppableContainers, measureDroppableContainers }
  useEffect(() => {
    // Read so that the effect runs for each arrangement.
    void arrangement
    const { active, droppableContainers, measureDroppableContainers } = latest.current
    if (active !== null) measureDroppableContainers([...droppableContainers.keys()])
  }, [arrangement])
  return null
}

function Lifted({ overlay }: Pick<Props, 'overlay'>) {
  const item = useDrag((drag) => drag.item)
  return (
    <DragOverlay dropAnimation={null} zIndex={50}>
      {item === null ? null : overlay(item)}
    </DragOverlay>
  )
}

/** Lists and items share the library's namespace of drop targets. */
export function listId(list: string): string {
  return `list:${list}`
}

function isKey(event: Event): boolean {
  return event.type === 'keydown'
}

function placeIn(data: { readonly place?: Place } | undefined): Place | null {
  return data?.place ?? null
}

const measuring = { droppable: { strategy: MeasuringStrategy.WhileDragging } }

const autoScroll = { threshold: { x: 0.05, y: 0.1 }, acceleration: 8 }

/** The area speaks for itself, with names instead of ids. */
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}
