import { useMemo, useState } from 'react'
import type { PanelName, Panels } from '../session/panels.tsx'

/** Which drawer is open beside the board. */
export function useBoardPanels(): Panels {
  const [shown, setShown] = useState<{ readonly panel: PanelName; readonly focus: string | null } | null>(null)
  return useMemo(
    () => ({
      shown: shown?.panel ?? null,
      focus: shown?.focus ?? null,
      open: (panel, focus) => setShown({ panel, focus: focus ?? null }),
      close: () => setShown(null),
    }),
    [shown],
  )
}
