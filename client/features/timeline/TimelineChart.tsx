import { Maximize2, Minimize2, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useDeferredValue, useRef, useState } from 'react'
import { type ChartMark, nearestMark, type TimeChart } from '../../../shared/incident/time-chart.ts'
import { IconButton } from '../../ui/Button.tsx'
import { ChartDrawing, percent } from './ChartDrawing.tsx'
import { PointedAt, useEventWords } from './PointedAt.tsx'
import { showEvent } from './show-event.ts'
import { useCharts } from './use-chart.ts'
import { useZoom } from './use-zoom.ts'

/** All events drawn to scale; pointed at or walked along by arrow keys they say what they are, and lead to the list. */
export function TimelineChart() {
  // The list comes first: a drawing of thousands takes as long as a page of it.
  const { whole, incident } = useDeferredValue(useCharts())
  const [isWhole, setWhole] = useState(false)
  if (whole === null || whole.marks.length < 2) return null
  const narrow = incident !== null && incident.marks.length > 1 ? incident : null
  if (narrow === null) return <Chart chart={whole} outside={0} />
  return isWhole ? (
    <Chart chart={whole} outside={0} onIncident={() => setWhole(false)} />
  ) : (
    <Chart chart={narrow} outside={whole.marks.length - narrow.marks.length} onWhole={() => setWhole(true)} />
  )
}

interface ChartProps {
  readonly chart: TimeChart
  /** How many events lie before and after what is drawn. */
  readonly outside: number
  /** Draws all events; absent where all are drawn. */
  readonly onWhole?: () => void
  /** Draws the incident alone; absent where that shows no more, or is shown. */
  readonly onIncident?: () => void
}

/** How near a pointer has to be to an event, in pixels. */
const reach = 24

function Chart({ chart, outside, onWhole, onIncident }: ChartProps) {
  const { marks } = chart
  const scroller = useRef<HTMLDivElement>(null)
  const { factor, canZoomIn, zoom, whole, reveal } = useZoom(scroller)
  const [pointed, setPointed] = useState<string | null>(null)
  const index = Math.max(
    0,
    marks.findIndex(({ id }) => id === pointed),
  )
  const mark = marks[index]
  const words = useEventWords(mark?.id ?? '')

  const showWhole = () => {
    whole()
    onWhole?.()
  }
  const showIncident = () => {
    whole()
    onIncident?.()
  }
  const zoomOut = (around: number) => (factor === 1 ? onWhole?.() : zoom('out', around))

  const walkTo = (next: number) => {
    const to = marks[Math.min(marks.length - 1, Math.max(0, next))]
    if (to === undefined) return
    setPointed(to.id)
    reveal(to.share)
  }
  const steps: Readonly<Record<string, () => void>> = {
    ArrowRight: () => walkTo(pointed === null ? 0 : index + 1),
    ArrowUp: () => walkTo(pointed === null ? 0 : index + 1),
    ArrowLeft: () => walkTo(index - 1),
    ArrowDown: () => walkTo(index - 1),
    PageUp: () => walkTo(index + 10),
    PageDown: () => walkTo(index - 10),
    Home: () => walkTo(0),
    End: () => walkTo(marks.length - 1),
    Enter: () => mark && scroller.current && showEvent(mark.id, scroller.current),
    '+': () => zoom('in', mark?.share ?? 0),
    '=': () => zoom('in', mark?.share ?? 0),
    '-': () => zoomOut(mark?.share ?? 0),
    '0': showWhole,
  }
  const keyDown = (event: KeyboardEvent) => {
    const step = event.ctrlKey || event.metaKey || event.altKey ? undefined : steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    step()
  }
  const middle = () => {
    const element = scroller.current
    return element === null ? 0.5 : (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth
  }

  return (
    <section aria-label="Drawn timeline">
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <PointedAt id={pointed} />
        </div>
        <IconButton
          size="sm"
          label="Zoom out"
          icon={<ZoomOut />}
          disabled={factor === 1 && onWhole === undefined}
          onClick={() => zoomOut(middle())}
        />
        <IconButton
          size="sm"
          label="Zoom in"
          icon={<ZoomIn />}
          disabled={!canZoomIn}
          onClick={() => zoom('in', middle())}
        />
        {onIncident && <IconButton size="sm" label="The incident alone" icon={<Minimize2 />} onClick={showIncident} />}
        <IconButton
          size="sm"
          label="The whole timeline"
          icon={<Maximize2 />}
          disabled={factor === 1 && onWhole === undefined}
          onClick={showWhole}
        />
      </div>
      <div ref={scroller} className="-mx-1 overflow-x-auto overflow-y-hidden px-1 pb-1" tabIndex={-1}>
        <div
          role="slider"
          tabIndex={0}
          aria-label="Walk along the timeline"
          aria-orientation="horizontal"
          aria-valuemin={1}
          aria-valuemax={marks.length}
          aria-valuenow={index + 1}
          aria-valuetext={`${index + 1} of ${marks.length}: ${words}`}
          onKeyDown={keyDown}
          onPointerMove={(event) => setPointed(markAt(event, marks)?.id ?? pointed)}
          onClick={(event) => {
            const near = markAt(event, marks)
            if (near !== undefined) showEvent(near.id, event.currentTarget)
          }}
          className="relative h-24 cursor-pointer rounded-md focus-visible:-outline-offset-2"
          style={{ width: percent(factor) }}
        >
          <ChartDrawing chart={chart} factor={factor} />
          {pointed !== null && mark && (
            <span
              aria-hidden="true"
              className="pointer-events-none absolute top-5 h-13 w-0.5 -translate-x-1/2 rounded-full bg-focus ring-2 ring-focus/25"
              style={{ left: percent(mark.share) }}
            />
          )}
        </div>
      </div>
      {outside > 0 && (
        <p className="text-sm text-ink-soft">
          The incident alone; {outside} {outside === 1 ? 'event lies' : 'events lie'} outside it.
        </p>
      )}
    </section>
  )
}

/** The event under the pointer, if one is near enough. */
function markAt(event: MouseEvent, marks: readonly ChartMark[]): ChartMark | undefined {
  const { left, width } = event.currentTarget.getBoundingClientRect()
  const share = (event.clientX - left) / width
  const near = nearestMark(marks, share)
  return near !== undefined && Math.abs(near.share - share) * width <= reach ? near : undefined
}
