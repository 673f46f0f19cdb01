import {
  type Active,
  type CollisionDetection,
  DndContext,
  DragOverlay,
  MeasuringStrategy,
  useDraggable,
  useDroppable,
} from '@dnd-kit/core'
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Area, Lifting } from './area.ts'
import { AreaContext, useDrag } from './context.ts'
import type { DragOptions } from './DragArea.tsx'
import { keptLayout } from './kept-layout.ts'
import { walkWith } from './keyboard.ts'
import { type Place, placeAt } from './place.ts'
import type { KnownList } from './registry.ts'
import { useDragSensors } from './sensors.ts'
import { silent } from './silent.ts'

/**
 * What drags: the one place that knows the drag library.
 *
 * @remarks
 * The library is given a single thing to carry, which stands for whichever item is lifted, and the lists for it to scroll:
 * it draws everything again that it knows of, whenever a drag begins, ends, or comes over another list.
 */
export function DragEngine({ area, words, overlay, onDrop, onDragging, arrangement }: DragOptions & { area: Area }) {
  const { store } = area
  const lifted = useRef('')
  const layout = useMemo(() => keptLayout(area.registry), [area])
  const walk = useMemo(() => walkWith(store, layout.get), [store, layout])
  const sensors = useDragSensors(walk)
  const [said, say] = useState('')

  useEffect(() => layout.forget(arrangement), [layout, arrangement])
  useEffect(
    () =>
      store.subscribe(() => {
        const { item, place } = store.get()
        if (item !== null) say(words.over(item, place))
      }),
    [store, words],
  )

  const findPlace: CollisionDetection = ({ pointerCoordinates }) => {
    // Arrow keys set the place themselves.
    const place =
      pointerCoordinates === null ? store.get().place : placeAt(pointerCoordinates, layout.get(), lifted.current)
    return place === null ? [] : [{ id: listId(place.list), data: { place } }]
  }
  const finish = () => {
    store.set({ item: null, place: null })
    layout.close()
    onDragging(null)
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={findPlace}
      measuring={measuring}
      autoScroll={autoScroll}
      accessibility={silent}
      onDragStart={() => {
        const item = lifted.current
        layout.open()
        store.set({ item, place: null })
        onDragging(item)
        say(words.lifted(item))
      }}
      onDragMove={({ activatorEvent, collisions }) => {
        if (isKey(activatorEvent)) return
        store.set({ item: lifted.current, place: placeIn(collisions?.[0]?.data) })
      }}
      onDragEnd={({ activatorEvent, collisions }) => {
        const item = lifted.current
        const place = isKey(activatorEvent) ? store.get().place : placeIn(collisions?.[0]?.data)
        finish()
        say(words.dropped(item, place))
        if (place !== null) onDrop(item, place)
      }}
      onDragCancel={() => {
        finish()
        say(words.cancelled(lifted.current))
      }}
    >
      <Carried area={area} lifted={lifted} />
      <Lists area={area} />
      <AreaContext value={area}>
        <Overlay overlay={overlay} />
      </AreaContext>
      <div aria-live="assertive" role="status" className="sr-only">
        {said}
      </div>
    </DndContext>
  )
}

const carried = 'carried'

/** Stands for the item that somebody is about to lift, or has lifted. */
function Carried({ area, lifted }: { readonly area: Area; readonly lifted: { current: string } }) {
  const { listeners, setNodeRef } = useDraggable({ id: carried })
  const latest = useRef(listeners)
  useLayoutEffect(() => {
    latest.current = listeners
  })
  useLayoutEffect(() => {
    const lift = (event: Lifting, item: string) => {
      const handle = latest.current?.[handlers[event.type] ?? '']
      if (handle === undefined || area.store.get().item !== null) return
      lifted.current = item
      setNodeRef(area.registry.item(item)?.node ?? null)
      handle(event)
    }
    // Moved by somebody else meanwhile, it has another element.
    const stop = area.registry.subscribe(() => {
      if (area.store.get().item !== null) setNodeRef(area.registry.item(lifted.current)?.node ?? null)
    })
    const leave = area.obey(lift)
    return () => {
      stop()
      leave()
    }
  }, [area, lifted, setNodeRef])
  return null
}

const handlers: Readonly<Record<string, string>> = {
  mousedown: 'onMouseDown',
  touchstart: 'onTouchStart',
  keydown: 'onKeyDown',
}

/** So that whichever list something is held over scrolls. */
function Lists({ area: { registry } }: { readonly area: Area }) {
  const lists = useSyncExternalStore(registry.subscribe, registry.lists, registry.lists)
  return lists.map((list) => <List key={list.id} list={list} />)
}

function List({ list: { id, node } }: { readonly list: KnownList }) {
  const { setNodeRef } = useDroppable({ id: listId(id) })
  useLayoutEffect(() => {
    setNodeRef(node)
    return () => setNodeRef(null)
  }, [setNodeRef, node])
  return null
}

function Overlay({ overlay }: Pick<DragOptions, 'overlay'>) {
  const item = useDrag((drag) => drag.item)
  return (
    <DragOverlay dropAnimation={null} zIndex={50}>
      {item === null ? null : overlay(item)}
    </DragOverlay>
  )
}

function listId(list: string): string {
  return `list:${list}`
}

function isKey(event: Event): boolean {
  return event.type === 'keydown'
}

function placeIn(data: Active['data']['current']): Place | null {
  return data?.place ?? null
}

const measuring = { droppable: { strategy: MeasuringStrategy.WhileDragging } }

const autoScroll = { threshold: { x: 0.05, y: 0.1 }, acceleration: 8 }
