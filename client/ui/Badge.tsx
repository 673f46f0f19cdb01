import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type BadgeTone = 'neutral' | 'hue' | 'amber' | 'danger' | 'good'

const tones: Readonly<Record<BadgeTone, string>> = {
  neutral: 'border-line bg-sunken text-ink-soft',
  hue: 'border-hue-line bg-hue-soft text-hue',
  amber: 'border-amber/30 bg-amber-soft text-amber',
  danger: 'border-danger/30 bg-danger-soft text-danger',
  good: 'border-good/30 text-good',
}

/** A short word about something. Tone `hue` takes the nearest `data-hue`. */
export function Badge({
  tone = 'neutral',
  icon,
  className,
  children,
}: {
  readonly tone?: BadgeTone
  readonly icon?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1 rounded-sm border px-1.5 text-sm font-medium whitespace-nowrap [&_svg]:size-3.5',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  )
}
