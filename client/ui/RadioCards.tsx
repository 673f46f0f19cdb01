import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'

export interface RadioCardsProps<V extends string> {
  readonly legend: ReactNode
  readonly value: V
  readonly options: readonly {
    readonly value: V
    readonly label: ReactNode
    readonly hint?: ReactNode
    readonly disabled?: boolean
  }[]
  readonly onChange: (value: V) => void
  /** Said below all cards. */
  readonly hint?: ReactNode
  readonly columns?: 1 | 2 | 4
  readonly disabled?: boolean
}

/** Four in a row have room for a word each: then they stand in the middle. */
const grids = { 1: 'grid-cols-1', 2: 'grid-cols-2', 4: 'grid-cols-4' } as const

/** One of a few, each with room to say what it means. */
export function RadioCards<V extends string>({
  legend,
  value,
  options,
  onChange,
  hint,
  columns = 2,
  disabled,
}: RadioCardsProps<V>) {
  const name = useId()
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="mb-1 font-medium">{legend}</legend>
      <div className={classes('grid gap-2', grids[columns])}>
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              columns === 4 ? 'px-1 text-center whitespace-nowrap' : 'px-3',
              'relative cursor-pointer rounded-md border border-line-strong bg-surface py-2 transition-colors hover:bg-sunken has-checked:border-ink has-checked:bg-ink/5 has-checked:ring-1 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:cursor-default has-disabled:opacity-55',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <span className="block font-medium">{option.label}</span>
            {option.hint !== undefined && <span className="block text-sm text-ink-soft">{option.hint}</span>}
          </label>
        ))}
      </div>
      {hint !== undefined && <p className="mt-1.5 text-sm text-ink-soft">{hint}</p>}
    </fieldset>
  )
}
