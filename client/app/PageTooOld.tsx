import { useSavedState } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'

/** Hindsight was updated while this page was open. */
export function PageTooOld() {
  const saved = useSavedState()
  if (saved.state !== 'refused' || saved.because !== 'page-too-old') return null
  return (
    <div role="status" className="flex items-center gap-3 border-b border-amber/30 bg-amber-soft px-4 py-2 text-amber">
      <p className="flex-1">Hindsight was updated. Your changes are kept on this device; reload to go on.</p>
      <Button size="sm" onClick={() => window.location.reload()}>
        Reload
      </Button>
    </div>
  )
}
