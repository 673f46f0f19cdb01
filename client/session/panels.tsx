import { createContext, type ReactNode, use } from 'react'

export type PanelName = 'incident' | 'actions' | 'report'

/** Leads to where the root cause is written. */
export const rootCauseFocus = 'root-cause'

/** The drawers beside the board; `focus` is the id of what to show in it. */
export interface Panels {
  readonly shown: PanelName | null
  readonly focus: string | null
  open(panel: PanelName, focus?: string): void
  close(): void
}

const PanelsContext = createContext<Panels | null>(null)

export function PanelsProvider({ panels, children }: { readonly panels: Panels; readonly children: ReactNode }) {
  return <PanelsContext value={panels}>{children}</PanelsContext>
}

export function usePanels(): Panels {
  const panels = use(PanelsContext)
  if (panels === null) throw new Error('usePanels outside of a PanelsProvider')
  return panels
}
