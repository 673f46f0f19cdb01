import { useCallback, useContext } from 'react'
import { AreaContext, useDrag } from './context.ts'
import type { DropList } from './place.ts'

/** Makes an element a list to drop into, or between whose items to drop. */
export function useDropList(id: string, takes: DropList['takes']) {
  const area = useContext(AreaContext)
  const ref = useCallback(
    (node: HTMLElement | null) => (node === null ? undefined : area?.registry.addList({ id, takes, node })),
    [area, id, takes],
  )
  const mark = useDrag(({ place }) => {
    if (place?.list !== id) return null
    if (place.kind === 'into') return 'into'
    return place.kind === 'between' && place.before === null ? 'end' : null
  })
  return { ref, mark }
}
