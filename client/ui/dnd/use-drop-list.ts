import { useDroppable } from '@dnd-kit/core'
import { useMemo } from 'react'
import { useDrag } from './context.ts'
import { listId } from './DragArea.tsx'
import type { DropMark } from './layout.ts'
import type { DropList } from './place.ts'

/** Makes an element a list to drop into, or between whose items to drop. */
export function useDropList(id: string, takes: DropList['takes']) {
  const data = useMemo(() => ({ drop: 'list', id, takes }) satisfies DropMark, [id, takes])
  const { setNodeRef } = useDroppable({ id: listId(id), data })
  const mark = useDrag(({ place }) => {
    if (place?.list !== id) return null
    if (place.kind === 'into') return 'into'
    return place.kind === 'between' && place.before === null ? 'end' : null
  })
  return { ref: setNodeRef, mark }
}
