import { describe, expect, it } from 'vitest'
import { reportFormats } from '../../shared/api/paths.ts'
import type { BoardSnapshot } from '../../shared/document/snapshot.ts'
import { headRows } from '../../shared/report/head.ts'
import { inShort } from '../../shared/report/in-short.ts'
import { reportModel } from '../../shared/report/model.ts'
import { plainLine } from '../../shared/report/plain-line.ts'
import { renderReport } from '../../shared/report/render.ts'
import { turnoutText } from '../../shared/report/votes-text.ts'
import { action, note, removed } from './board.ts'
import { fullReview } from './full-review.ts'
import { emptyRecord, reviewedBoard } from './reviewed-board.ts'

const context = {
  boardId: 'board-1',
  now: Date.parse('2018-10-24T10:00:00Z'),
  boardUrl: 'https://hindsight.example/b/board-1',
}

describe('a report', () => {
  it.each(reportFormats)('[REPORT1] tells the whole review: as %s', async (format) => {
    const { body } = renderReport(format, await reviewedBoard(), context)
    await expect(body).toMatchFileSnapshot(`golden/github-2018.${format}.txt`)
  })

  it('[REPORT1] is a file with a plain name', async () => {
    const board = await reviewedBoard()
    const session = { ...board.session, title: 'Café — «deploys»: rolled back / again' }
    expect(renderReport('csv', { ...board, session }, context).filename).toBe(
      'cafe-deploys-rolled-back-again-2018-10-24.csv',
    )
  })

  it.each(reportFormats)('[REPORT2] leaves out what lies in the bin: as %s', async (format) => {
    const board = await reviewedBoard()
    const [why, event] = [board.causes[0]!, board.timeline[0]!]
    const withBin: BoardSnapshot = {
      ...board,
      notes: [...board.notes, note('gone', { removed, text: 'BINNED' })],
      themes: [...board.themes, { id: 'gone', label: 'BINNED', discussion: '', rank: 'a0', removed }],
      actions: [...board.actions, action('gone', { title: 'BINNED', source: 'note:gone', removed })],
      services: [...board.services, { id: 'gone', name: 'BINNED', description: '', minutes: 1, removed }],
      responders: [...board.responders, { id: 'gone', name: 'BINNED', role: '', did: '', removed }],
      checkIns: [...board.checkIns, { id: 'gone', on: '2018-10-30', what: 'BINNED', removed }],
      causes: [...board.causes, { ...why, id: 'gone', text: 'BINNED', removed }],
      timeline: [...board.timeline, { ...event, id: 'gone', event: 'BINNED', removed }],
    }
    expect(renderReport(format, withBin, context).body).toBe(renderReport(format, board, context).body)
  })

  it.each(['md', 'html'] as const)(
    '[REPORT3] names nobody as an author on an anonymous board: as %s',
    async (format) => {
      const board = await reviewedBoard()
      const named = renderReport(format, board, context).body
      const nobody = { ...board, notes: board.notes.map((each) => ({ ...each, author: null })) }
      const anonymous = renderReport(format, nobody, context).body
      expect([timesIn(named, 'Ben'), timesIn(anonymous, 'Ben')]).toEqual([11, 2])
    },
  )

  it('[REPORT4] resolves owners, sources, votes and order', async () => {
    const { plan, findings } = reportModel(await reviewedBoard(), context)
    expect(plan.horizons[0]?.actions[0]).toMatchObject({
      title: 'Forbid promotion of primaries across regional boundaries',
      owner: 'Ana',
      source: { target: 'theme:theme-0', words: 'Automation and its limits' },
      missing: [],
    })
    expect(findings.themes.map(({ label, votes }) => [label, votes])).toEqual([
      ['Automation and its limits', 5],
      ['Recovering at full scale', 3],
      ['Data first', 0],
      ['Telling users', 0],
    ])
    expect(findings.vote).toMatchObject({ voters: 2, cast: 10, counted: 10 })
  })

  it.each(['md', 'html', 'csv'] as const)('[REPORT54] tells what a priority was weighed by: as %s', async (format) => {
    const board = await reviewedBoard()
    const actions = board.actions.map((each) => ({ ...each, impact: 'high' as const, recurrence: 'medium' as const }))
    const { body } = renderReport(format, { ...board, actions }, context)
    expect(timesIn(body, 'High impact, may recur')).toBe(actions.length)
  })

  it.each(['md', 'html'] as const)('[REPORT54] tells that somebody did it: as %s', async (format) => {
    const board = await reviewedBoard()
    const [event] = board.timeline
    const done = { ...event!, kind: 'action' as const, action: '', milestone: null }
    const { body } = renderReport(format, { ...board, timeline: [done] }, context)
    expect(body).toMatch(/(<strong>|\*\*)Done\.(<\/strong>|\*\*) /)
  })

  it('[REPORT4] shows no votes of a round that is still open', async () => {
    const board = await reviewedBoard()
    const open = { ...board, results: board.results.map((round) => ({ ...round, closedAt: null })) }
    expect(reportModel(open, context).findings.vote).toBeNull()
  })

  it.each([
    [{ cast: 12, voters: 5, eligible: 7, abstained: 1 }, '12 votes cast by 5 of 7 people, 1 abstained, 12 counted.'],
    [{ cast: 0, voters: 0, eligible: 3 }, 'None of 3 people voted.'],
    [{ cast: 0, voters: 0, eligible: 3, abstained: 2 }, 'None of 3 people voted, 2 abstained.'],
    [{ cast: 0, voters: 0 }, 'Nobody voted.'],
    [
      { cast: 0, voters: 0, eligible: 1, room: { people: 4, cast: 6 } },
      'Nobody voted. 6 votes for 4 people in the room, counted apart.',
    ],
    [
      { cast: 1, voters: 1, room: { people: 4, cast: 6 } },
      '1 vote cast by one person, 1 counted. 6 votes more for 4 people in the room, counted apart.',
    ],
  ])('[REPORT59] tells who voted, and that nobody did: %o', (turnout, said) => {
    expect(turnoutText(turnout, turnout.cast)).toBe(said)
  })

  it('[REPORT5] tells a whole chain of whys, also where it bites its own tail', async () => {
    const board = await reviewedBoard()
    const causes = board.causes
      .filter((cause) => cause.kind === 'why')
      .map((cause) => (cause.id === 'why-0' ? { ...cause, parent: 'why-4' } : cause))
    const { whys } = reportModel({ ...board, causes }, context).causes
    const chain = (under: typeof whys): readonly string[] => under.flatMap(({ id, because }) => [id, ...chain(because)])
    expect(whys).toHaveLength(1)
    expect(chain(whys)).toEqual(['why-0', 'why-1', 'why-2', 'why-3', 'why-4'])
  })

  it('[REPORT58] draws the incident in HTML with each moment written at its place', async () => {
    const { body } = renderReport('html', await fullReview('github-2018-network-partition'), context)
    const drawn = body.match(/<svg class="bar".*?<\/svg>/su)?.[0] ?? ''
    const labels = [...drawn.matchAll(/<text x="([\d.]+)%"[^>]*><tspan class="strong">([^<]*)<\/tspan> ([^<]*)</gu)]
    expect(labels.map(([, , label, clock]) => `${label} ${clock}`)).toEqual([
      ...['Started 10-21 22:52 UTC', 'Detected 10-21 22:54 UTC', 'Escalated 10-21 23:09 UTC'],
      ...['Mitigation started 10-21 23:19 UTC', 'Restored 10-22 23:03 UTC', 'Closed 10-22 23:03 UTC'],
    ])
    const places = labels.map(([, share]) => Number(share))
    expect([places[0], places.at(-1)]).toEqual([0, 100])
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('[REPORT49] tells in short what whoever reads one page alone has to know', async () => {
    const model = reportModel(await fullReview('github-2018-network-partition'), context)
    expect(inShort(model).map(({ label, value }) => [label, value.slice(0, 45)])).toEqual([
      ['Impact', 'Users affected 28,000,000; support tickets 1,'],
      ['Root cause', 'Failover automation was allowed to promote pr'],
      ['Resolution', 'Restored from backup, resynchronised both coa'],
      ['Key actions', 'Forbid promotion of primaries across regional'],
    ])
  })

  it('[REPORT49] tells in short the downtime that is stated, beside the hours that the times give', async () => {
    const board = await fullReview('github-2018-network-partition')
    const incident = { ...board.incident, downtimeMinutes: 49 }
    const [impact] = inShort(reportModel({ ...board, incident }, context))
    expect(impact?.value).toMatch(/; duration 24 h 11 min; stated downtime 49 min$/)
  })

  it('[REPORT49] tells the points of a list apart on the one line', () => {
    expect(plainLine('1. index restarted\n2. placement restarted\n3. **queues** drained')).toBe(
      'index restarted; placement restarted; queues drained',
    )
    expect(plainLine('We did:\n\n- this,\n- that.\n\nOver two\nlines\n\nthen it held')).toBe(
      'We did: this, that. Over two lines; then it held',
    )
  })

  it('[REPORT51] is read in one order, in every form', async () => {
    const board = await fullReview('github-2018-network-partition')
    const order = [
      ...['Document control', 'Executive summary', 'Timeline and milestones', 'Impact', 'Response'],
      ...['Root cause and factors', 'What went well', 'What went wrong', 'Lessons', 'Themes and votes'],
      ...['Actions', 'Follow-up', 'Appendices'],
    ]
    const { body: md } = renderReport('md', board, context)
    expect([...md.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(order)
    const { body: html } = renderReport('html', board, context)
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title)).toEqual(order)
  })

  it('[REPORT51] tells notes of other templates where they belong, under the names of their sections', async () => {
    const board = await reviewedBoard()
    const sections = [
      { ...board.session.sections[0]!, id: 'continue', title: 'Continue' },
      { ...board.session.sections[0]!, id: 'stop', title: 'Stop' },
      { ...board.session.sections[0]!, id: 'odd', title: 'Puzzles' },
    ]
    const notes = sections.map(({ id }) => note(id, { section: id, text: `On ${id}` }))
    const { body } = renderReport('md', { ...board, notes, session: { ...board.session, sections } }, context)
    const told = (title: string) => body.split(`\n## ${title}\n`)[1]?.split('\n## ')[0]
    expect(told('What went well')).toContain('### Continue\n\n- On continue')
    expect(told('What went wrong')).toContain('### Stop\n\n- On stop')
    expect(told('Lessons')).toContain('### Puzzles\n\n- On odd')
  })

  it.each([
    [{ startedAt: '2026-03-02T14:05:00Z' }, '2026-03-02 14:05 UTC'],
    [
      { startedAt: '2026-03-02T14:05:00Z', restoredAt: '2026-03-02T14:53:00Z' },
      '2026-03-02, 14:05 to 14:53 UTC (48 min)',
    ],
    [
      { startedAt: '2026-03-02T23:05:00Z', restoredAt: '2026-03-03T01:05:00Z' },
      '2026-03-02 23:05 to 2026-03-03 01:05 UTC (2 h)',
    ],
    [{ detectedAt: '2026-03-02T14:05:00Z' }, undefined],
  ])('[REPORT52] tells when it was: %j', async (times, told) => {
    const board = await reviewedBoard()
    const model = reportModel({ ...board, timeline: [], incident: { ...emptyRecord, ...times } }, context)
    expect(headRows(model).find(({ label }) => label === 'Date of the incident')?.value).toBe(told)
  })

  it('[REPORT48] tells what is to be written down and told as a list that is ticked off', async () => {
    const board = await fullReview('github-2018-network-partition')
    const md = renderReport('md', board, context).body
    expect(md.slice(md.indexOf('### Knowledge')).match(/^- \[.\] .*$/gm)).toEqual([
      '- [x] **Runbook: rebuilding a region**',
      '- [ ] **What we learnt**, All teams',
    ])
    const { body } = renderReport('html', board, context)
    expect(body.slice(body.indexOf('<h3>Knowledge')).match(/<li class="(open|done)">.*?<\/small>/g)).toEqual([
      '<li class="done"><strong>Runbook: rebuilding a region</strong> <small>(done)</small>',
      '<li class="open"><strong>What we learnt</strong>, All teams <small>(open)</small>',
    ])
  })

  it('[REPORT1] of an empty board says so little that it is one heading, the reminder and the status', async () => {
    const board = await reviewedBoard()
    const nothing: BoardSnapshot = {
      ...board,
      session: { ...board.session, title: 'deploys', status: 'open', round: null, visits: [] },
      incident: emptyRecord,
      ...{ people: [], results: [], notes: [], themes: [], actions: [], services: [], responders: [] },
      ...{ checkIns: [], timeline: [], causes: [] },
    }
    const headings = renderReport('md', nothing, context).body.match(/^#.*$/gm)
    expect(headings).toEqual(['# deploys'])
  })
})

function timesIn(text: string, word: string): number {
  return text.split(word).length - 1
}
