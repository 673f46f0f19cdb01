import type { EffectiveTime } from './durations.ts'
import { type Marking, markingOf } from './marks.ts'
import { momentOf } from './moment.ts'
import type { Milestone, TimelineEvent } from './record.ts'
import { silencesBefore } from './silences.ts'
import { type BarStretch, stretchesOf } from './time-bar.ts'
import { orderedTimeline } from './timeline.ts'

export interface ChartMark {
  readonly id: string
  /** Where it stands, from 0 to 1. */
  readonly share: number
  readonly marking: Marking
}

export interface ChartSpan {
  readonly from: number
  readonly to: number
  readonly ms: number
}

/** A whole timeline drawn to scale, from its first moment to its last. */
export interface TimeChart {
  /** Epoch milliseconds. */
  readonly start: number
  readonly end: number
  /** By time. */
  readonly marks: readonly ChartMark[]
  readonly stretches: readonly (ChartSpan & { readonly stretch: BarStretch })[]
  /** Where nothing was told for long. */
  readonly silences: readonly ChartSpan[]
}

type Events = readonly Pick<TimelineEvent, 'id' | 'at' | 'kind' | 'milestone' | 'removed'>[]

type Times = Readonly<Partial<Record<Milestone, EffectiveTime>>>

export interface TimeCharts {
  /** Null while there are fewer than two different moments. */
  readonly whole: TimeChart | null
  /** From the incident's first moment to its last, where what led up to it or followed leaves it no room; else null. */
  readonly incident: TimeChart | null
}

/** Of all that is drawn, the incident has less than this; then it is drawn alone, too. */
const leastShare = 1 / 8
/** Of the incident's length, so much is drawn before and after it. */
const margin = 1 / 10

export function timeCharts(events: Events, times: Times): TimeCharts {
  const told = toldOf(events)
  const known = Object.values(times).flatMap(({ at }) => momentOf(at) ?? [])
  const whole = spanOf([...told.map(({ ms }) => ms), ...known])
  const incident = whole && withMargins(spanOf(known), whole)
  const within = ({ start, end }: Span) => told.filter(({ ms }) => start <= ms && ms <= end)
  return {
    whole: whole && drawn(told, times, whole),
    incident: incident && drawn(within(incident), times, incident),
  }
}

function withMargins(incident: Span | null, whole: Span): Span | null {
  if (incident === null) return null
  const length = incident.end - incident.start
  if (length >= (whole.end - whole.start) * leastShare) return null
  return {
    start: Math.max(whole.start, incident.start - length * margin),
    end: Math.min(whole.end, incident.end + length * margin),
  }
}

function toldOf(events: Events) {
  return orderedTimeline(events).flatMap((event) => {
    const ms = momentOf(event.at)
    return ms === null ? [] : [{ id: event.id, ms, marking: markingOf(event) }]
  })
}

type Span = Pick<TimeChart, 'start' | 'end'>

function spanOf(moments: readonly number[]): Span | null {
  const start = moments.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const end = moments.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY)
  return start < end ? { start, end } : null
}

function drawn(told: ReturnType<typeof toldOf>, times: Times, { start, end }: Span): TimeChart {
  const shareOf = (ms: number) => (ms - start) / (end - start)
  const span = (from: number, to: number): ChartSpan => ({ from: shareOf(from), to: shareOf(to), ms: to - from })
  const silences = silencesBefore(told.map(({ ms }) => ms))
  return {
    start,
    end,
    marks: told.map(({ id, ms, marking }) => ({ id, marking, share: shareOf(ms) })),
    stretches: stretchesOf(times).map(({ stretch, from, to }) => ({ stretch, ...span(from, to) })),
    silences: told.flatMap(({ ms }, index) => {
      const silence = silences[index] ?? null
      return silence === null ? [] : [span(ms - silence, ms)]
    }),
  }
}

/** The mark nearest to a place, from 0 to 1; marks by time. */
export function nearestMark(marks: readonly ChartMark[], share: number): ChartMark | undefined {
  let [low, high] = [0, marks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.share ?? 0) < share) low = middle + 1
    else high = middle
  }
  const [before, after] = [marks[low - 1], marks[low]]
  if (before === undefined || after === undefined) return before ?? after
  return share - before.share <= after.share - share ? before : after
}

const minute = 60_000
const day = 24 * 60 * minute
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 43_200].map((each) => each * minute)

export interface AxisTick {
  readonly share: number
  readonly ms: number
  /** It is a day that begins; else a time of day. */
  readonly isDay: boolean
}

/** Round moments in UTC along a chart, at most so many. */
export function axisTicks({ start, end }: Span, most: number): readonly AxisTick[] {
  const step =
    steps.find((each) => Math.floor((end - start) / each) + 1 <= most) ?? Math.ceil((end - start) / most / day) * day
  const first = Math.ceil(start / step) * step
  const count = Math.max(0, Math.floor((end - first) / step) + 1)
  return Array.from({ length: count }, (_, index) => {
    const ms = first + index * step
    return { ms, share: (ms - start) / (end - start), isDay: ms % day === 0 }
  })
}
