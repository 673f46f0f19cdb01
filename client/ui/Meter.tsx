import { classes } from './classes.ts'

interface Amount {
  /** What is measured. */
  readonly label: string
  readonly value: number
  readonly max: number
  /** The value in words; default: "value of max". */
  readonly text?: string
  readonly className?: string
}

/** How much of something there is. Takes the nearest `data-hue`, or ink. */
export function Meter({ label, value, max, text, className }: Amount) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the native meter can't be given a hue
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text ?? `${value} of ${max}`}
      className={classes('h-1.5 overflow-hidden rounded-full bg-ink/10', className)}
    >
      <div
        className="h-full rounded-full bg-[var(--hue,var(--ink))] transition-[width]"
        style={{ width: share(value, max) }}
      />
    </div>
  )
}

function share(value: number, max: number): string {
  return max <= 0 ? '0%' : `${Math.min(100, Math.max(0, (value / max) * 100))}%`
}
