import { createContext, type ReactNode, Suspense, use, useEffect, useState } from 'react'
import { lazily } from '../ui/lazily.ts'
import { loadAhead } from '../ui/load-ahead.ts'

const BoardDialog = lazily(async () => (await import('./BoardDialog.tsx')).BoardDialog)

export type DialogName =
  | 'share'
  | 'agenda'
  | 'sections'
  | 'save-template'
  | 'settings'
  | 'bin'
  | 'send-events'
  | 'rename'
  | 'myself'
  | 'finish'
  | 'delete'
  | 'shortcuts'
  | 'palette'

const OpenDialog = createContext<(name: DialogName) => void>(() => {})

/** Opens one of the board's dialogs; their code comes when they are first asked for. */
export function useOpenDialog(): (name: DialogName) => void {
  return use(OpenDialog)
}

export function BoardDialogs({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<DialogName | null>(null)
  useEffect(() => loadAhead(BoardDialog.preload), [])
  return (
    <OpenDialog value={setShown}>
      {children}
      <Suspense>{shown !== null && <BoardDialog name={shown} onClose={() => setShown(null)} />}</Suspense>
    </OpenDialog>
  )
}
