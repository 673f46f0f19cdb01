import { type ReactNode, Suspense, useEffect, useId, useMemo, useRef, useState } from 'react'
import { lazily } from '../lazily.ts'
import { loadAhead } from '../load-ahead.ts'
import { type Area, createArea } from './area.ts'
import { AreaContext } from './context.ts'
import { createDragStore } from './drag-store.ts'
import type { Place } from './place.ts'
import { createRegistry } from './registry.ts'

// Where it does not arrive, notes are moved and grouped by menu and key.
const DragEngine = lazily(
  async () => (await import('./DragEngine.tsx')).DragEngine,
  () => null,
)

/** How a drag is told to someone who doesn't see it. */
export interface DragWords {
  /** How to drag by keyboard; read with every item that can be dragged. */
  readonly instructions: string
  lifted(item: string): string
  over(item: string, place: Place | null): string
  dropped(item: string, place: Place | null): string
  cancelled(item: string): string
}

export interface DragOptions {
  readonly words: DragWords
  /** What follows the pointer. */
  readonly overlay: (item: string) => ReactNode
  readonly onDrop: (item: string, place: Place) => void
  /** The item that is being dragged, or null again: for telling others. */
  readonly onDragging: (item: string | null) => void
  /** Changes whenever items have come, gone or moved: places are measured anew then. */
  readonly arrangement: unknown
}

/** Where items can be dragged. What drags them is no part of what is first shown, and nothing in it is drawn again by it. */
export function DragArea({ children, ...options }: DragOptions & { readonly children: ReactNode }) {
  const hint = useId()
  const [isWanted, want] = useState(false)
  const [area] = useState<Area>(() => createArea(createDragStore(), createRegistry(), hint, () => want(true)))
  useEffect(() => loadAhead(async () => area.prepare()), [area])
  useDraggingEnds(area, options.onDragging)
  const inside = useMemo(() => <AreaContext value={area}>{children}</AreaContext>, [area, children])
  return (
    <>
      {inside}
      <div id={hint} hidden>
        {options.words.instructions}
      </div>
      {isWanted && (
        <Suspense>
          <DragEngine area={area} {...options} />
        </Suspense>
      )}
    </>
  )
}

/** Who leaves in the middle of a drag drags no more. */
function useDraggingEnds(area: Area, onDragging: DragOptions['onDragging']): void {
  const tell = useRef(onDragging)
  useEffect(() => {
    tell.current = onDragging
  })
  useEffect(
    () => () => {
      if (area.store.get().item !== null) tell.current(null)
    },
    [area],
  )
}
