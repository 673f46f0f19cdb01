import { type ComponentProps, type KeyboardEvent, useState } from 'react'
import { classes } from './classes.ts'
import { useFieldProps } from './Field.tsx'

export interface LineInputProps
  extends Omit<ComponentProps<'input'>, 'value' | 'defaultValue' | 'onChange' | 'list' | 'type'> {
  readonly value: string
  /** Hears of the new text once it is finished: on Enter, on leaving the field. */
  readonly onCommit: (value: string) => void
  readonly type?: 'text' | 'url' | 'number'
}

interface WrappingInputProps extends Omit<ComponentProps<'textarea'>, 'value' | 'defaultValue' | 'onChange'> {
  readonly value: string
  readonly onCommit: (value: string) => void
}

/** As {@link LineInput}, for a line too long for its place: it is shown on as many as it needs. */
export function WrappingInput({ value, onCommit, className, ...rest }: WrappingInputProps) {
  const line = useLine(value, onCommit)
  return (
    <textarea
      rows={1}
      {...useFieldProps()}
      {...rest}
      value={line.shown}
      onChange={(event) => line.type(event.target.value.replace(/\s*\n\s*/gu, ' '))}
      onBlur={line.finish}
      onKeyDown={line.keyDown}
      className={classes('field-box field-sizing-content resize-none', className)}
    />
  )
}

/** A line of plain text that is handed over when it is finished. Escape brings back what was there. */
export function LineInput({ value, onCommit, className, type = 'text', ...rest }: LineInputProps) {
  const line = useLine(value, onCommit)
  return (
    <input
      {...useFieldProps()}
      {...rest}
      type={type}
      value={line.shown}
      onChange={(event) => line.type(event.target.value)}
      onBlur={line.finish}
      onKeyDown={line.keyDown}
      className={classes('field-box', className)}
    />
  )
}

function useLine(value: string, onCommit: (value: string) => void) {
  const [typed, type] = useState<string | null>(null)
  const finish = () => {
    type(null)
    if (typed !== null && typed.trim() !== value) onCommit(typed.trim())
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      finish()
      if (event.currentTarget instanceof HTMLTextAreaElement) event.preventDefault()
    }
    if (event.key === 'Escape' && typed !== null) {
      event.preventDefault()
      event.stopPropagation()
      type(null)
    }
  }
  return { shown: typed ?? value, type, finish, keyDown }
}
