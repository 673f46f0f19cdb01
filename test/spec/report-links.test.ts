import { describe, expect, it } from 'vitest'
import { reportModel } from '../../shared/report/model.ts'
import { renderReport } from '../../shared/report/render.ts'
import type { Target } from '../../shared/review/session.ts'
import { removed } from './board.ts'
import { reviewedBoard } from './reviewed-board.ts'

const context = { boardId: 'board-1', now: Date.parse('2018-10-24T10:00:00Z') }

const pairs: readonly (readonly [Target, Target])[] = [
  ['note:note-lessons-0', 'event:event-0'],
  ['cause:why-2', 'event:event-0'],
  ['action:action-1', 'cause:factor-0'],
]
const links = pairs.map(([from, to], n) => ({ id: `link-${n}`, from, to }))

/** What stands behind `Linked to:` on the lines that hold some words, or right under one, cut to its first words. */
const told = (report: string, words: string) => {
  const at = report.split('\n').findLastIndex((line) => line.includes(words))
  return report
    .split('\n')
    .slice(at, at + 6)
    .join('\n')
    .match(/Linked to: (.{34})/)?.[1]
}

describe('links in a report', () => {
  it('[REPORT43] are told at both ends: in Markdown', async () => {
    const { body } = renderReport('md', await reviewedBoard({ links }), context)
    const [timeline, others] = [body.slice(0, body.indexOf('## Root cause')), body.slice(body.indexOf('## Root cause'))]
    const found = [
      told(timeline, '| 2018-10-21 22:52 |'),
      told(others, '- Why were they promoted'),
      told(others, '- **Cross-region promotion'),
      told(others.slice(0, others.indexOf('## Themes')), '- Failover config must'),
      told(others.slice(0, others.indexOf('## Follow-up')), '| Reconcile'),
    ]
    expect(found).toEqual([
      'Cause “Why were they promoted? Bec',
      '2018-10-21 22:52 UTC “Work on fail',
      'Action “Reconcile writes captured ',
      '2018-10-21 22:52 UTC “Work on fail',
      'Cause “Cross-region promotion perm',
    ])
  })

  it('[REPORT43] lead from one end to the other: in HTML', async () => {
    const { body } = renderReport('html', await reviewedBoard({ links }), context)
    const places = [...body.matchAll(/ id="([^"]+)"/g)].map(([, place]) => place)
    expect(new Set(places).size).toBe(places.length)
    const ends = [...body.matchAll(/href="#([^"]+)"/g)].map(([, place]) => place)
    expect(ends.filter((end) => !places.includes(end))).toEqual([])
    expect(ends).toEqual(expect.arrayContaining(['event-event-0', 'cause-why-2', 'cause-factor-0', 'action-action-1']))
  })

  it('[REPORT43] show what was made from a theme there, without a link of its own', async () => {
    const { findings } = reportModel(await reviewedBoard(), context)
    expect(findings.themes[0]?.linkedTo.map(({ label, words }) => [label, words])).toEqual([
      ['Action', 'Forbid promotion of primaries across regional boundaries'],
    ])
  })

  it('[REPORT43] go with an end into the bin', async () => {
    const board = await reviewedBoard({ links })
    const timeline = board.timeline.map((event) => (event.id === 'event-0' ? { ...event, removed } : event))
    const { findings } = reportModel({ ...board, timeline }, context)
    expect(findings.sections.flatMap(({ notes }) => notes.flatMap((note) => note.linkedTo))).toEqual([])
  })
})
