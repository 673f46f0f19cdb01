import { ChevronDown } from 'lucide-react'
import { classes } from './classes.ts'
import { useFieldProps } from './Field.tsx'

export interface SelectProps<V extends string> {
  /** The accessible name; inside a Field the field's label serves. */
  readonly label?: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string; readonly disabled?: boolean }[]
  readonly onChange: (value: V) => void
  readonly disabled?: boolean
  readonly size?: 'sm' | 'md'
  readonly className?: string
}

/** A choice of one. The platform's own list: it works with every keyboard, screen reader and thumb. */
export function Select<V extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
  size = 'md',
  className,
}: SelectProps<V>) {
  const field = useFieldProps()
  return (
    <span className={classes('relative inline-block', className)}>
      <select
        {...field}
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
        className={classes('field-box appearance-none pr-8', size === 'sm' && 'min-h-7 py-0.5 pl-2 text-sm')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2 size-4 -translate-y-1/2 text-ink-soft"
      />
    </span>
  )
}
