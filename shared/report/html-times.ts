import { durationText } from '../incident/durations.ts'
import type { TimeBar } from '../incident/time-bar.ts'
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

function htmlBar({ segments }: TimeBar): string {
  const drawn = segments.map(
    ({ stretch, from, to }) =>
      `<rect class="${stretch}" x="${(from * 1000).toFixed(2)}" width="${((to - from) * 1000).toFixed(2)}" height="20"/>`,
  )
  return `<svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">${drawn.join('')}</svg>`
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
