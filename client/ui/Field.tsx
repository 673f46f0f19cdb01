import { type ComponentProps, createContext, type ReactNode, useContext, useId } from 'react'
import { classes } from './classes.ts'

interface FieldIds {
  readonly control: string
  readonly describedBy: string | undefined
  readonly isInvalid: boolean
}

const FieldContext = createContext<FieldIds | null>(null)

export interface FieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** A sentence that says what is wrong and what to do. */
  readonly error?: ReactNode
  readonly optional?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A labelled control: the input inside takes its name, its hint and its error from here. */
export function Field({ label, hint, error, optional = false, className, children }: FieldProps) {
  const id = useId()
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean)
  return (
    <FieldContext
      value={{ control: id, describedBy: ids.length > 0 ? ids.join(' ') : undefined, isInvalid: error !== undefined }}
    >
      <div className={className}>
        <label htmlFor={id} className="mb-1 block font-medium">
          {label}
          {optional && <span className="ml-0.5 font-normal text-ink-soft"> optional</span>}
        </label>
        {children}
        {hint !== undefined && (
          <p id={`${id}-hint`} className="mt-1 text-sm text-ink-soft">
            {hint}
          </p>
        )}
        {error !== undefined && (
          <p id={`${id}-error`} role="alert" className="mt-1 text-sm text-danger">
            {error}
          </p>
        )}
      </div>
    </FieldContext>
  )
}

/** What a control spreads onto its element to belong to the field around it. */
export function useFieldProps(): Pick<ComponentProps<'input'>, 'id' | 'aria-describedby' | 'aria-invalid'> {
  const field = useContext(FieldContext)
  if (field === null) return {}
  return { id: field.control, 'aria-describedby': field.describedBy, 'aria-invalid': field.isInvalid || undefined }
}

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" {...useFieldProps()} {...rest} className={classes('field-box', className)} />
}

export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={rows}
      {...useFieldProps()}
      {...rest}
      className={classes('field-box field-sizing-content resize-none', className)}
    />
  )
}
