import { memo } from 'react'
import { durationText } from '../../../shared/incident/durations.ts'
import { instantOf } from '../../../shared/incident/moment.ts'
import { silenceText } from '../../../shared/incident/silences.ts'
import type { ChartMark, TimeChart } from '../../../shared/incident/time-chart.ts'
import { axisTicks } from '../../../shared/incident/time-chart.ts'
import { shortDayText } from '../../session/time/times-text.ts'
import { classes } from '../../ui/classes.ts'
import { scaleTones } from '../../ui/ScaleBar.tsx'
import { stretchNames, stretchTones } from './stretches.ts'

/** Labels of the axis for each width of the place it stands in. */
const ticksPerView = 6

/**
 * Everything of the drawing that does not move: drawn once for each change and each zoom, whatever is pointed at.
 *
 * @remarks
 * Hundreds of events are three paths, in a picture that is stretched: zooming changes its width and nothing in it.
 */
export const ChartDrawing = memo(function ChartDrawing({
  chart,
  factor,
}: {
  readonly chart: TimeChart
  readonly factor: number
}) {
  return (
    <div aria-hidden="true" className="absolute inset-0">
      <div className="absolute inset-x-0 top-7 h-3 overflow-hidden rounded-sm bg-sunken">
        {chart.stretches.map(({ stretch, from, to, ms }) => (
          <div
            key={stretch}
            title={`${stretchNames[stretch]}: ${durationText(ms)}`}
            className={classes('absolute inset-y-0 min-w-0.5', scaleTones[stretchTones[stretch]])}
            style={{ left: percent(from), width: percent(to - from) }}
          />
        ))}
      </div>
      {chart.silences.map(({ from, to, ms }) => (
        <div
          key={from}
          title={silenceText(ms)}
          className="absolute top-11 h-6 border-x border-dashed border-line-strong bg-[repeating-linear-gradient(135deg,transparent_0_6px,var(--line)_6px_7px)]"
          style={{ left: percent(from), width: percent(to - from) }}
        />
      ))}
      <svg
        aria-hidden="true"
        viewBox="0 0 1000 24"
        preserveAspectRatio="none"
        className="absolute top-11 h-6 w-full overflow-visible"
      >
        <Ticks
          marks={chart.marks.filter(({ marking }) => marking === 'observation')}
          from={9}
          className="stroke-ink-faint"
        />
        <Ticks marks={chart.marks.filter(({ marking }) => marking === 'action')} from={4} className="stroke-focus" />
        <Ticks marks={chart.marks.filter(isMilestone)} from={-18} className="stroke-ink [stroke-width:2px]" />
      </svg>
      {axisTicks(chart, Math.round(ticksPerView * factor)).map(({ ms, share, isDay }) => (
        <span
          key={ms}
          className={classes(
            'tabular absolute top-19 border-l border-line-strong pl-1 text-sm leading-none whitespace-nowrap text-ink-soft',
            isDay && 'font-medium',
            share > 1 - 0.08 / factor && 'hidden',
            // A label takes twice the share of a narrow screen.
            share > 1 - 0.16 / factor && 'max-sm:hidden',
          )}
          style={{ left: percent(share) }}
        >
          {isDay ? shortDayText(instantOf(ms).slice(0, 10)) : instantOf(ms).slice(11, 16)}
        </span>
      ))}
    </div>
  )
})

function Ticks({
  marks,
  from,
  className,
}: {
  readonly marks: readonly ChartMark[]
  /** Where the lines begin, of 24 downwards. */
  readonly from: number
  readonly className: string
}) {
  const lines = marks.map(({ share }) => `M${(share * 1000).toFixed(3)} ${from}V24`).join('')
  return <path d={lines} vectorEffect="non-scaling-stroke" fill="none" className={className} />
}

function isMilestone({ marking }: ChartMark): boolean {
  return marking !== 'observation' && marking !== 'action'
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(4)}%`
}
