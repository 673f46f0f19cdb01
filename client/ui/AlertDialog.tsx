import type { ReactNode } from 'react'
import { whenOpen } from './when-open.tsx'

export interface AlertDialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  /** What will happen, and what is safe. */
  readonly description: ReactNode
  /** The verb that does it. */
  readonly confirm: string
  readonly cancel?: string
  readonly danger?: boolean
  readonly onConfirm: () => void
}

/** Asks before something that matters to others or can't be taken back. Closes only by an answer. */
export const AlertDialog = whenOpen<AlertDialogProps>(
  async () => (await import('./AlertDialogPopup.tsx')).AlertDialogPopup,
)
