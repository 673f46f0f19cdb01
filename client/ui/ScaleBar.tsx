import { classes } from './classes.ts'

/** What a stretch means: danger, attention, going better, over. */
export type ScaleTone = 'danger' | 'amber' | 'mending' | 'over'

export interface ScaleSegment {
  readonly id: string
  /** In words, with its length. */
  readonly label: string
  readonly tone: ScaleTone
  /** Shares of the whole, 0 to 1. */
  readonly from: number
  readonly to: number
}

export interface ScalePoint {
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly share: number
  /** Below the bar, from 0. */
  readonly row: number
  /** The label ends at its point instead of starting there. */
  readonly isFlipped: boolean
}

export const scaleTones: Readonly<Record<ScaleTone, string>> = {
  danger: 'bg-danger',
  amber: 'bg-amber/85',
  mending: 'bg-amber/35 bg-[repeating-linear-gradient(135deg,transparent_0_5px,var(--amber-soft)_5px_7px)]',
  over: 'bg-good/40',
}

const rowHeight = 1.375

/** A stretch of time drawn to scale, with its moments marked. Whoever can't see it reads the same from a list nearby. */
export function ScaleBar({
  segments,
  points,
  className,
}: {
  readonly segments: readonly ScaleSegment[]
  readonly points: readonly ScalePoint[]
  readonly className?: string
}) {
  const rows = Math.max(0, ...points.map((point) => point.row + 1))
  return (
    <div aria-hidden="true" className={classes('prints-colors relative', className)}>
      <div className="relative h-5 overflow-hidden rounded-sm bg-sunken">
        {segments.map(({ id, label, tone, from, to }) => (
          <div
            key={id}
            title={label}
            className={classes('absolute inset-y-0 min-w-0.5', scaleTones[tone])}
            style={{ left: percent(from), width: percent(to - from) }}
          />
        ))}
      </div>
      <div className="relative mt-1 hidden @xl:block print:block" style={{ height: `${rows * rowHeight}rem` }}>
        {points.map((point) => (
          <div
            key={point.id}
            className={classes(
              'absolute top-0 flex items-end whitespace-nowrap text-sm leading-none',
              point.isFlipped ? 'border-r pr-1.5 text-right' : 'border-l pl-1.5',
              'border-line-strong',
            )}
            style={{
              height: `${(point.row + 0.85) * rowHeight}rem`,
              ...(point.isFlipped ? { right: percent(1 - point.share) } : { left: percent(point.share) }),
            }}
          >
            <span className="bg-surface/80">
              <span className="font-medium">{point.label}</span>{' '}
              <span className="tabular text-ink-soft">{point.detail}</span>
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`
}
