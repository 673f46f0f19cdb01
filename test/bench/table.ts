import { type ContestantName, contestantNames } from './contestant.ts'
import type { Figure, Row } from './results.ts'

/** All results as one Markdown table: a line per measure, medians with least and most, and Hindsight's share of each. */
export function tableOf(rows: readonly Row[]): string {
  const present = contestantNames.filter((name) =>
    rows.some(({ figures, missing }) => figures[name] !== undefined || missing[name] !== undefined),
  )
  const others = present.filter((name) => name !== 'hindsight')
  const head = ['scenario', 'size', 'measure', ...present, ...others.map((name) => `÷ ${name}`), 'rounds']
  const lines = rows.map((row) => [
    row.scenario,
    `${digits(row.size)} ${row.of}`,
    row.measure,
    ...present.map((name) => shown(row, name)),
    ...others.map((name) => ratio(row, name)),
    String(row.rounds),
  ])
  return markdown(head, lines)
}

/** A Markdown table whose columns are as wide as what stands in them. */
export function markdown(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...lines].map((line) => line[column]?.length ?? 0)))
  const text = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [text(head), text(widths.map((width) => '-'.repeat(width))), ...lines.map(text)].join('\n')
}

/** `–` for who does not do this at all. */
function shown({ figures, missing }: Row, name: ContestantName): string {
  const figure = figures[name]
  return figure === undefined ? (missing[name] ?? '–') : withRange(figure)
}

export function withRange({ median, min, max }: Figure): string {
  return min === max ? digits(median) : `${digits(median)} (${digits(min)}–${digits(max)})`
}

function ratio(row: Row, name: ContestantName): string {
  const value = row.ratios[name]
  return value === undefined ? '' : value.toFixed(2)
}

/** Three digits that say something, and thousands apart. */
export function digits(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
