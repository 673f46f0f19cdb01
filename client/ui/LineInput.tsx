import { type ComponentProps, useState } from 'react'
import { classes } from './classes.ts'
import { useFieldProps } from './Field.tsx'

export interface LineInputProps
  extends Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange' | 'list' | 'type'> {
  readonly value: string
  /** Hears of the new text once it is finished: on Enter, on leaving the field. */
  readonly onCommit: (value: string) => void
  readonly type?: 'text' | 'url' | 'number'
}

/** A line of plain text that is handed over when it is finished. Escape brings back what was there. */
export function LineInput({ value, onCommit, className, type = 'text', ...rest }: LineInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const finish = () => {
    setTyped(null)
    if (typed !== null && typed.trim() !== value) onCommit(typed.trim())
  }
  return (
    <input
      {...useFieldProps()}
      {...rest}
      type={type}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape' && typed !== null) {
          event.preventDefault()
          event.stopPropagation()
          setTyped(null)
        }
      }}
      className={classes('field-box', className)}
    />
  )
}
