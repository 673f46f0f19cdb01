import { durationText } from '../incident/durations.ts'
import { labelled, type TimeBar } from '../incident/time-bar.ts'
import { target } from '../review/target.ts'
import { htmlLinkedTo, htmlPlace } from './html-links.ts'
import { htmlLink, htmlText } from './html-text.ts'
import type { ReportRecord } from './record.ts'
import { utcText } from './utc-text.ts'

/** The times of the incident, drawn to scale and written out. */
export function htmlMilestones({ times, durations, bar }: ReportRecord): string {
  if (times.length === 0) return ''
  const figures = durations.map(({ label, ms }) => `<div><dt>${label}</dt><dd>${durationText(ms)}</dd></div>`)
  const moments = times.map(({ label, at }) => `<dt>${label}</dt><dd>${utcText(at)}</dd>`)
  return [
    bar === null ? '' : htmlBar(bar),
    figures.length === 0 ? '' : `<dl class="figures">${figures.join('')}</dl>`,
    `<dl class="facts">${moments.join('')}</dl>`,
  ]
    .filter((part) => part !== '')
    .join('\n')
}

/** About how much of the bar a label takes on paper. */
const labelShare = 0.34
const [barHeight, rowHeight] = [20, 18]

/** Its moments are written at their places, which the colours alone would not tell. Narrow screens leave them out. */
function htmlBar({ segments, points }: TimeBar): string {
  const stretches = segments.map(
    ({ stretch, from, to }) =>
      `<rect class="${stretch}" x="${percent(from)}" width="${percent(to - from)}" height="${barHeight}"/>`,
  )
  const labels = labelled(points, labelShare)
  const isOneDay = new Set(points.map(({ at }) => at.slice(0, 10))).size === 1
  const moments = labels.map(({ label, at, share, row, isFlipped }) => {
    const [x, y] = [percent(share), barHeight + (row + 1) * rowHeight]
    const side = isFlipped ? 'dx="-6" text-anchor="end"' : 'dx="6"'
    const words = `<tspan class="strong">${label}</tspan> ${utcText(at).slice(isOneDay ? 11 : 5)}`
    return `<line x1="${x}" x2="${x}" y1="${barHeight}" y2="${y}"/><text x="${x}" y="${y}" ${side}>${words}</text>`
  })
  const rows = Math.max(0, ...labels.map(({ row }) => row + 1))
  const height = barHeight + rows * rowHeight + 4
  return `<svg class="bar" width="100%" height="${height}" aria-hidden="true">${stretches.join('')}${moments.join('')}</svg>`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`
}

/** The timeline as a table. */
export function htmlEvents({ timeline }: ReportRecord): string {
  if (timeline.length === 0) return ''
  const rows = timeline.map((told) => {
    const { id, at, event, actor, action, mark, link } = told
    const marked = mark === null ? '' : `<strong>${mark}.</strong> `
    const more = link === null ? '' : ` ${htmlLink('link', link)}`
    const time = utcText(at).replace(' UTC', '')
    const what = `<td class="time">${time}</td><td>${marked}${htmlText(event)}${more}${htmlLinkedTo(told)}</td>`
    const row = `${what}<td data-label="Actor">${htmlText(actor)}</td><td data-label="Action taken">${htmlText(action)}</td>`
    return `<tr${htmlPlace(target('event', id), told)}>${row}</tr>`
  })
  const head = '<thead><tr><th>Time (UTC)</th><th>Event</th><th>Actor</th><th>Action taken</th></tr></thead>'
  return `<table>${head}<tbody>${rows.join('\n')}</tbody></table>`
}
