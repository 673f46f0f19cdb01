import { describe, expect, it } from 'vitest'
import type { BoardSnapshot } from '../../shared/document/snapshot.ts'
import { reportModel } from '../../shared/report/model.ts'
import { renderReport } from '../../shared/report/render.ts'
import type { Target } from '../../shared/review/session.ts'
import { removed } from './board.ts'
import { reviewedBoard } from './reviewed-board.ts'

const context = { boardId: 'board-1', now: Date.parse('2018-10-24T10:00:00Z') }

/** The reviewed board with links between its things. */
async function linked(...pairs: readonly (readonly [Target, Target])[]): Promise<BoardSnapshot> {
  return reviewedBoard({ links: pairs.map(([from, to], n) => ({ id: `link-${n}`, from, to })) })
}

const part = (report: string, heading: string) =>
  report
    .slice(report.indexOf(`${heading}\n`))
    .split(/\n##+ (?!Chain)|\n---/)[0]
    ?.trim()

describe('the causes in a report', () => {
  it('[REPORT41] are a tree, factors under their categories, and a drawing of both', async () => {
    const board = await reviewedBoard()
    const causes = board.causes.map((cause) =>
      cause.id === 'factor-0' ? { ...cause, how: 'It let the tool act across the country.' } : cause,
    )
    const { body: md } = renderReport('md', { ...board, causes }, context)
    expect(md).toMatch(/- Why was the service degraded.*\n {2}- Why had it diverged.*\n {4}- Why were they promoted/)
    expect([...md.matchAll(/^### (Technical|Process|Human|External)$/gm)].map(([, title]) => title)).toEqual([
      ...['Technical', 'Process', 'External'],
    ])
    expect(md).toMatch(/^- \*\*Technical:\*\* Cross-region promotion permitted; .*\n- \*\*Process:\*\*/m)
    expect(md).toContain(
      '- **Cross-region promotion permitted** (weight high): It let the tool act across the country. *Evidence:',
    )
    const { body: html } = renderReport('html', { ...board, causes }, context)
    expect(html.match(/<svg class="(wide|narrow)"[^>]*aria-label="Fishbone of the causes by category"/g)).toHaveLength(
      2,
    )
    expect(html).toMatch(/<text class="strong"[^>]*><tspan[^>]*>Cross-region promotion/)
  })

  it('[REPORT54] tell of each why of what category it is', async () => {
    const board = await reviewedBoard()
    const causes = board.causes.map((cause) =>
      cause.id === 'why-1' ? { ...cause, category: 'process' as const } : cause,
    )
    expect(renderReport('md', { ...board, causes }, context).body).toMatch(/^ {2}- Why had it diverged.* \(process\)/m)
    expect(renderReport('html', { ...board, causes }, context).body).toMatch(/Why had it diverged[^<]*<small>Process</)
  })

  it('[REPORT42] are chained to what was seen, and to what is done', async () => {
    const board = await linked(
      ['note:note-lessons-0', 'cause:why-2'],
      ['cause:why-2', 'event:event-0'],
      ['action:action-1', 'cause:why-2'],
    )
    const md = part(renderReport('md', board, context).body, '### Chain of evidence')
    expect(md?.split('\n').map((line) => line.replace(/(:\*\* \S+ \S+).*$/, '$1'))).toEqual([
      '### Chain of evidence',
      ...['', '- **Action:** Forbid promotion', '  - **Theme:** Automation and', '    - **Note:** Failover config'],
      ...['      - **Cause:** Why were', '        - **2018-10-21 22:52 UTC:** Work on'],
      ...['- **Action:** Reconcile writes', '  - **Cause:** Why were'],
    ])
  })

  it('[REPORT42] are not chained over what is in the bin, nor without a link', async () => {
    const board = await linked(['cause:why-2', 'event:event-0'])
    expect(reportModel(board, context).evidence).toHaveLength(1)
    const timeline = board.timeline.map((event) => (event.id === 'event-0' ? { ...event, removed } : event))
    expect(reportModel({ ...board, timeline }, context).evidence).toEqual([])
    const both = await linked(['cause:why-2', 'event:event-0'], ['cause:why-3', 'event:event-1'])
    const unlinked = { id: 'gone', from: 'cause:why-2', to: 'event:event-1', removed } as const
    const told = reportModel({ ...both, links: [...both.links, unlinked] }, context).evidence
    expect(told.map(({ restsOn }) => restsOn.map(({ target }) => target))).toEqual([
      ['event:event-0'],
      ['event:event-1'],
    ])
    expect(renderReport('md', await reviewedBoard(), context).body).not.toContain('Chain of evidence')
  })

  it('[REPORT42] are told once of a ring', async () => {
    const board = await linked(['cause:why-0', 'cause:why-1'], ['cause:why-1', 'cause:why-0'])
    const told = reportModel(board, context).evidence
    expect(told.map(({ target, restsOn }) => [target, restsOn.map((each) => each.target)])).toEqual([
      ['cause:why-0', ['cause:why-1']],
    ])
  })

  it('[REPORT42] name nobody', async () => {
    const board = await linked(['note:note-lessons-0', 'event:event-0'])
    const told = JSON.stringify(reportModel(board, context).evidence)
    expect(told).not.toMatch(/\bAna\b|\bBen\b|"ana"|"ben"/)
    expect(told).toContain('Failover config must match')
  })
})
