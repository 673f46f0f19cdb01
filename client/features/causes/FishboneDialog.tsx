import { useDeferredValue, useLayoutEffect, useRef, useState } from 'react'
import { fishbone } from '../../../shared/incident/fishbone.ts'
import { FishboneDrawing } from '../../session/fishbone/FishboneDrawing.tsx'
import { useEntries, useSessionFacts } from '../../session/hooks.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

/** The causes by category, drawn from what is in the tree and the list; it follows them live. */
export function FishboneDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      size="xl"
      title="Fishbone"
      description="Drawn from the whys and the factors by category. What has none stands under the why it explains."
    >
      <Drawn />
    </Dialog>
  )
}

function Drawn() {
  const title = useSessionFacts((session) => session.title)
  const causes = useDeferredValue(useEntries('causes', (all) => [...all.values()]))
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const drawing = width === 0 ? null : fishbone(causes, title, width)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: there is nothing else in it from which arrow keys could scroll
    <section ref={frame} aria-label="The drawing" tabIndex={0} className="rounded-md">
      {drawing !== null && <FishboneDrawing drawing={drawing} className="block h-auto w-full" />}
      {drawing === null && width > 0 && (
        <EmptyState title="Nothing to draw yet">Ask a first why, or add a factor, and it is drawn here.</EmptyState>
      )}
    </section>
  )
}

function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const box = frame.current
    if (box === null) return
    const measured = new ResizeObserver(() => setWidth(Math.floor(box.clientWidth)))
    measured.observe(box)
    return () => measured.disconnect()
  }, [frame])
  return width
}
