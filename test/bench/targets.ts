import { type Step, stepsOf } from './curves.ts'
import type { Figure, Row } from './results.ts'
import { digits, markdown } from './table.ts'

/** What Hindsight is to reach, what was found, and whether that is enough; undefined where it was not measured. */
export interface Target {
  readonly what: string
  readonly found: string
  readonly isMet: boolean | undefined
}

/** Noise of a median of few rounds, in what doubling a size multiplies its cost by. */
const tolerance = 0.1

export function targetsOf(rows: readonly Row[]): readonly Target[] {
  const { found, perPeer, most } = readings(rows)
  const steps = stepsOf(rows)
  const dragged = ['alone: ms a frame', 'others edit: ms a frame'].map((name) => found('drag-in-browser', 1000, name))
  const typed = ['new note: ms a frame', 'note: ms a frame'].map((name) => found('type-in-browser', 1000, name))
  const drawn = ['letter', 'move'].map((what) => found('edit-in-browser', 1000, `${what}: cards drawn`))
  const loads = [1000, 10_000, 100_000].map((edits) => perPeer('growth', edits, 'load ms', 'letters lost'))
  const guarded = ['letter', 'letter erased', 'note moved', 'new theme'].map((what) =>
    found('guard', 500, `${what}: judged ÷ applied`),
  )
  return [
    target('fan-out to 200: p99 at most 0.5 of the better peer’s', [perPeer('fan-out', 200, 'p99 ms')], 0.5),
    target(
      'fan-out to 200: CPU at most 0.6 of the better peer’s',
      [perPeer('fan-out', 200, 'CPU ms per 1,000 deliveries')],
      0.6,
    ),
    target('fan-out to 500: nothing missed, in no round', [most('fan-out', 500, 'missed')], 0),
    curve('presence: messages grow with people, not with their square', steps, 'presence', 'messages/s'),
    curve('presence: CPU grows with people, not with their square', steps, 'presence', 'CPU %'),
    target('acknowledgement: p99 at most 20 ms', [found('acknowledgement', 8, 'saved p99 ms')], 20),
    target('join storm: no slower than the better peer', [perPeer('join-storm', 200, 'all are in after ms')], 1),
    target('cold load after 1,000, 10,000, 100,000 edits: no slower than the better peer', loads, 1),
    target('the guard costs less than the apply it protects, per update', guarded, 1),
    target('an edit of somebody else draws one card of 1,000: a letter, a move', drawn, 1),
    target('1,000 notes: dragging at 50 frames/s or better, alone and among 20 (ms a frame)', dragged, 20),
    target('1,000 notes: typing at 50 frames/s or better, a new note and one on the board (ms a frame)', typed, 20),
    target(
      '1,000 notes: interactive within 1,500 ms',
      [found('open-in-browser', 1000, 'first visit: interactive ms')],
      1500,
    ),
    target('first load of the board at most 180 KB', [found('first-load', 100, 'board: first load KB')], 180),
    curve('doubling people at most doubles the CPU of fan-out', steps, 'fan-out', 'CPU %'),
    curve('doubling boards at most doubles the CPU', steps, 'boards', 'CPU %'),
    curve('doubling edits at most doubles the bytes', steps, 'growth', 'on disk KB'),
    curve('doubling edits at most doubles the time to load', steps, 'growth', 'load ms'),
  ]
}

export function targetTable(targets: readonly Target[]): string {
  const verdict = (isMet: boolean | undefined) => (isMet === undefined ? 'not measured' : isMet ? 'met' : '**not met**')
  return markdown(
    ['target', 'found', ''],
    targets.map(({ what, found, isMet }) => [what, found, verdict(isMet)]),
  )
}

/** What was found of one target, as it is to be shown, and the figure that counts. */
interface Reading {
  readonly text: string
  readonly value: number
}

function readings(rows: readonly Row[]) {
  const row = (scenario: string, size: number, measure: string) =>
    rows.find((each) => each.scenario === scenario && each.size === size && each.measure === measure)
  const own = (read: (figure: Figure) => number) => (scenario: string, size: number, measure: string) => {
    const figure = row(scenario, size, measure)?.figures.hindsight
    if (figure === undefined) return undefined
    const range = figure.min === figure.max ? '' : ` (${digits(figure.min)}–${digits(figure.max)})`
    return { text: `${digits(figure.median)}${range}`, value: read(figure) }
  }
  return {
    found: own(({ median }) => median),
    most: own(({ max }) => max),
    /** Hindsight's median divided by that of the peer with the lower one, of those that lost nothing. */
    perPeer(scenario: string, size: number, measure: string, loss?: string): Reading | undefined {
      const figures = row(scenario, size, measure)?.figures
      const own = figures?.hindsight
      const lost = loss === undefined ? undefined : row(scenario, size, loss)?.figures
      const peers = (['y-websocket-server', 'hocuspocus'] as const)
        .filter((name) => (lost?.[name]?.median ?? 0) === 0)
        .flatMap((name) => figures?.[name] ?? [])
      if (own === undefined || peers.length === 0) return undefined
      const better = Math.min(...peers.map(({ median }) => median))
      return {
        text: `${(own.median / better).toFixed(2)} (${digits(own.median)} to ${digits(better)})`,
        value: own.median / better,
      }
    },
  }
}

function target(what: string, found: readonly (Reading | undefined)[], atMost: number): Target {
  const known = found.filter((reading) => reading !== undefined)
  const isMissed = known.some(({ value }) => value > atMost)
  const isKnown = isMissed || known.length === found.length
  return { what, found: known.map(({ text }) => text).join('; '), isMet: isKnown ? !isMissed : undefined }
}

function curve(what: string, steps: readonly Step[], scenario: string, measure: string): Target {
  const own = steps.filter((step) => step.scenario === scenario && step.measure === measure)
  const said = own.map(({ from, to, perDoubling }) => `${digits(from)} → ${digits(to)}: ${perDoubling.toFixed(2)}`)
  return {
    what: `${what} (times per doubling)`,
    found: said.join('; '),
    isMet: own.length === 0 ? undefined : own.every(({ perDoubling }) => perDoubling <= 2 + tolerance),
  }
}
