import { useState } from 'react'
import { classes } from './classes.ts'
import { useFieldProps } from './Field.tsx'

export interface DateInputProps {
  /** The accessible name; inside a Field the field's label serves. */
  readonly label?: string
  /** YYYY-MM-DD. */
  readonly value: string | null
  readonly onCommit: (value: string | null) => void
  readonly disabled?: boolean
  readonly className?: string
}

/** A day. Handed over as soon as it is whole; cleared on leaving the field empty. */
export function DateInput({ label, value, onCommit, disabled, className }: DateInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      {...useFieldProps()}
      type="date"
      aria-label={label}
      disabled={disabled}
      value={typed ?? value ?? ''}
      max="9999-12-31"
      onChange={(event) => {
        const next = event.target.value
        // While a year is being typed its first digits are a year too.
        const isWhole = next >= '1900-01-01'
        setTyped(isWhole ? null : next)
        if (isWhole && next !== value) onCommit(next)
      }}
      onBlur={(event) => {
        if (typed === '' && value !== null && !event.target.validity.badInput) onCommit(null)
        setTyped(null)
      }}
      className={classes('field-box tabular', className)}
    />
  )
}
