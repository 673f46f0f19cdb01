import { useId, useState } from 'react'
import { classes } from './classes.ts'
import { useFieldProps } from './Field.tsx'

export interface NameInputProps {
  /** The accessible name; inside a Field the field's label serves. */
  readonly label?: string
  readonly value: string
  /** What is offered while typing; anything else may be typed too. */
  readonly suggestions: readonly string[]
  readonly onCommit: (value: string) => void
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly maxLength?: number
  readonly className?: string
}

/** A name, chosen from those offered or typed. Handed over when chosen, on Enter, and on leaving the field. */
export function NameInput({ label, value, suggestions, onCommit, className, ...rest }: NameInputProps) {
  const list = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const finish = (text: string | null) => {
    setTyped(null)
    if (text !== null && text.trim() !== value) onCommit(text.trim())
  }
  return (
    <>
      <input
        {...useFieldProps()}
        {...rest}
        type="text"
        aria-label={label}
        list={list}
        autoComplete="off"
        value={typed ?? value}
        onChange={(event) => {
          const next = event.target.value
          // A choice from the list comes as a change that no key typed.
          const isChosen =
            !('inputType' in event.nativeEvent) || event.nativeEvent.inputType === 'insertReplacementText'
          if (isChosen && suggestions.includes(next)) finish(next)
          else setTyped(next)
        }}
        onBlur={() => finish(typed)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') finish(typed)
          if (event.key === 'Escape' && typed !== null) {
            event.preventDefault()
            event.stopPropagation()
            setTyped(null)
          }
        }}
        className={classes('field-box', className)}
      />
      <datalist id={list}>
        {suggestions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}
