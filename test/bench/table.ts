import { type ContestantName, contestantNames } from './contestant.ts'
import type { Figure, Results, Row } from './results.ts'

/** All results as one Markdown table: a line per measure, medians with least and most, and Hindsight's share of each. */
export function tableOf({ rows }: Pick<Results, 'rows'>): string {
  const present = contestantNames.filter((name) =>
    rows.some(({ figures, missing }) => figures[name] !== undefined || missing[name] !== undefined),
  )
  const others = present.filter((name) => name !== 'hindsight')
  const head = ['scenario', 'size', 'measure', ...present, ...others.map((name) => `÷ ${name}`), 'rounds']
  const lines = rows.map((row) => [
    row.scenario,
    `${row.size} ${row.of}`,
    row.measure,
    ...present.map((name) => row.missing[name] ?? shown(row.figures[name])),
    ...others.map((name) => ratio(row, name)),
    String(row.rounds),
  ])
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)))
  const text = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [text(head), text(widths.map((width) => '-'.repeat(width))), ...lines.map(text)].join('\n')
}

function shown(figure: Figure | undefined): string {
  if (!figure) return ''
  const { median, min, max } = figure
  return min === max ? digits(median) : `${digits(median)} (${digits(min)}–${digits(max)})`
}

function ratio(row: Row, name: ContestantName): string {
  const value = row.ratios[name]
  return value === undefined ? '' : value.toFixed(2)
}

function digits(value: number): string {
  if (Number.isInteger(value)) return String(value)
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
