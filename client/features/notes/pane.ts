import { classes } from '../../ui/classes.ts'
import { useIsLit } from './use-section.ts'

/** One of two halves of the board that each scroll for themselves; on a phone, one is shown at a time. */
export function usePane(isShown: boolean): string {
  // Only so much room below as the spotlight covers: where there is room, dragging near the edge scrolls.
  const isLit = useIsLit()
  return classes(
    'min-h-0 flex-1 overflow-y-auto px-4 @min-[40rem]:block @min-[40rem]:px-5 @min-[86rem]:px-6',
    isLit ? 'pb-52' : 'pb-6',
    !isShown && 'hidden',
  )
}
