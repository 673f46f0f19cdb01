import type { ComponentProps, MouseEvent, ReactElement } from 'react'
import { classes } from './classes.ts'
import { Spinner } from './Spinner.tsx'
import { tip } from './Tooltip.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger'
export type ButtonSize = 'sm' | 'md'

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  readonly icon?: ReactElement
  /** Something is on its way: the button keeps its width and the keyboard, shows a spinner and takes no second press. */
  readonly busy?: boolean
}

const looks: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-ink text-paper hover:bg-ink/88 active:bg-ink',
  secondary: 'border border-line-strong bg-surface text-ink hover:bg-sunken active:bg-line',
  ghost: 'text-ink-soft hover:bg-ink/7 hover:text-ink active:bg-ink/12',
  danger: 'bg-danger text-paper hover:bg-danger/88 active:bg-danger',
}

const sizes: Readonly<Record<ButtonSize, string>> = {
  sm: 'min-h-7 gap-1.5 rounded-md px-2 text-sm [&_svg]:size-3.5',
  md: 'min-h-9 gap-2 rounded-md px-3 text-base [&_svg]:size-4',
}

export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  busy = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      // One that was disabled would lose the keyboard. [A11Y9]
      onClick={busy ? takeNoPress : onClick}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      className={classes(
        'tap inline-flex shrink-0 items-center justify-center font-medium transition-colors disabled:opacity-45',
        'select-none aria-busy:opacity-45 disabled:pointer-events-none [&_svg]:shrink-0',
        looks[variant],
        sizes[size],
        className,
      )}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}

/** Nor does it send a form. */
function takeNoPress(event: MouseEvent): void {
  event.preventDefault()
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'aria-label'> {
  /** The accessible name, and the tooltip. */
  readonly label: string
  readonly icon: ReactElement
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  /** Shown in the tooltip beside the label. */
  readonly shortcut?: string
}

export function IconButton({
  label,
  icon,
  variant = 'ghost',
  size = 'md',
  shortcut,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      {...tip(label, shortcut)}
      className={classes(
        'tap inline-flex shrink-0 items-center justify-center rounded-md transition-colors select-none',
        'disabled:pointer-events-none disabled:opacity-45',
        size === 'sm' ? 'size-7 [&_svg]:size-3.5' : 'size-9 [&_svg]:size-4',
        looks[variant],
        className,
      )}
    >
      {icon}
    </button>
  )
}
