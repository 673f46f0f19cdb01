import { useState } from 'react'
import { GoDialog } from './GoDialog.tsx'
import { useMoveTo } from './use-move.ts'

/** Asks before a jump; gone as soon as the phase is another anyway. */
export function JumpDialog({ phase, onClose }: { readonly phase: string; readonly onClose: () => void }) {
  const move = useMoveTo(phase)
  const [open, setOpen] = useState(true)
  if (move === null) return null
  return (
    <GoDialog
      move={move}
      open={open}
      onClose={() => {
        setOpen(false)
        onClose()
      }}
    />
  )
}
