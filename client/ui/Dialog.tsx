import type { ReactNode } from 'react'
import { whenOpen } from './when-open.tsx'

export interface DialogProps {
  readonly title: string
  readonly open: boolean
  readonly onClose: () => void
  readonly description?: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  readonly size?: 'sm' | 'md' | 'lg' | 'xl'
  /** Whether the keyboard goes back where it came from, asked as the dialog closes; it always does without this. */
  readonly givesFocusBack?: () => boolean
  readonly children?: ReactNode
}

/** A modal dialog: a card in the middle, a sheet from below on a phone. Focus goes in and comes back. */
export const Dialog = whenOpen<DialogProps>(async () => (await import('./DialogPopup.tsx')).DialogPopup)
