import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import type { BoardSnapshot } from '../../shared/document/snapshot.ts'
import { type ReportCopy, reportCopies } from '../../shared/report/copies.ts'
import { reportModel } from '../../shared/report/model.ts'
import { renderReport } from '../../shared/report/render.ts'
import { reviewedBoard } from './reviewed-board.ts'

const context = {
  boardId: 'board-1',
  now: Date.parse('2018-10-24T10:00:00Z'),
  boardUrl: 'https://hindsight.example/b/board-1',
}

function copied(id: ReportCopy['id'], board: BoardSnapshot): string {
  return reportCopies.find((copy) => copy.id === id)!.text(reportModel(board, context))
}

describe('a copy of the report', () => {
  it('[REPORT46] for a wiki is all of it, as the Markdown that is downloaded', async () => {
    const board = await reviewedBoard()
    expect(copied('wiki', board)).toBe(renderReport('md', board, context).body)
  })

  it('[REPORT46] for a pull request is the gist, the actions as tasks, and the timeline folded away', async () => {
    const text = copied('pull-request', await reviewedBoard())
    expect(text.match(/^#+ .*$/gm)).toEqual([
      '## Short network cut moves database primaries across the country',
      ...['### What happened', '### Root cause', '### Actions'],
    ])
    expect(text).toContain('[the review](<https://hindsight.example/b/board-1>)')
    expect(text.match(/^- \[.\] .*\((Ana|Data).*$/gm)).toEqual([
      '- [ ] Forbid promotion of primaries across regional boundaries (Ana, by 2018-10-29)',
      '- [ ] Reconcile writes captured from the binary logs (Data platform team, by 2018-11-12)',
    ])
    const page = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true })
    expect(page).toMatch(/<details><summary>Timeline \(\d+ events\)<\/summary>\s*<table>/)
  })

  it('[REPORT46] ticks off in a pull request what is complete and proven, nothing else', async () => {
    const board = await reviewedBoard()
    const [first, second] = board.actions
    const complete = { status: 'complete' } as const
    const proven = { verification: 'A drill', evidence: 'It held.', ...complete }
    const actions = [
      { ...first!, ...proven },
      { ...second!, ...complete },
    ]
    const tasks = copied('pull-request', { ...board, actions }).match(/^- \[.\].*$/gm)
    expect(tasks?.filter((task) => task.startsWith('- [x]'))).toHaveLength(1)
    expect(tasks?.filter((task) => task.includes('not proven'))).toHaveLength(1)
  })

  it('[REPORT46] for chat is a few lines, without a heading or a table', async () => {
    const text = copied('chat', await reviewedBoard())
    const lines = text.trim().split('\n')
    expect(lines[0]).toBe('*Short network cut moves database primaries across the country* (SEV-1)')
    expect(lines[1]).toMatch(/^Started 2018-10-21 22:52 UTC · time to detect .* · time to restore/)
    expect(lines).toContain('• Forbid promotion of primaries across regional boundaries: Ana, due 2018-10-29')
    expect(lines.at(-1)).toBe(context.boardUrl)
    expect(lines.length).toBeLessThan(16)
    expect(text).not.toMatch(/^#|\||\*\*/m)
  })

  it('[REPORT46] for chat lists as open what is complete and not proven, as it counts it', async () => {
    const board = await reviewedBoard()
    const [first, second] = board.actions
    const actions = [
      { ...first!, status: 'complete' as const, evidence: '' },
      { ...second!, status: 'complete' as const, verification: 'A drill', evidence: 'It held.' },
    ]
    const lines = copied('chat', { ...board, actions }).split('\n')
    expect(lines).toContain('Actions: 1 of 2 open')
    expect(lines.filter((line) => line.startsWith('•'))).toEqual([
      '• Forbid promotion of primaries across regional boundaries: Ana, due 2018-10-29, not proven',
    ])
  })

  it('[REPORT46] for chat tells the points of a list apart', async () => {
    const board = await reviewedBoard()
    const summary = 'Two parts stood still\n\n- the index\n- placement'
    expect(copied('chat', { ...board, incident: { ...board.incident, summary } })).toContain(
      'What happened: Two parts stood still; the index; placement\n',
    )
  })

  it.each(['pull-request', 'chat'] as const)('[REPORT46] says who may read it, first: as %s', async (id) => {
    const board = await reviewedBoard()
    const text = copied(id, { ...board, incident: { ...board.incident, classification: 'confidential' } })
    expect(text.split('\n').slice(0, 3).join(' ')).toMatch(/Confidential/)
    expect(copied(id, board)).not.toMatch(/Confidential/)
  })

  it('[REPORT47] calls nobody, refers to no issue and closes none', async () => {
    const board = await reviewedBoard()
    const summary = 'Ask @ana. Fixes #12, closes GH-7, see !9 and deploys/api#3. Resolves https://example.com/issues/1'
    const hostile = {
      ...board,
      incident: { ...board.incident, summary },
      session: { ...board.session, title: '@here ```' },
    }
    const request = copied('pull-request', hostile)
    expect(request).not.toMatch(/@ana|@here|(?<!&)#\d|GH-7|!9|Resolves <https/)
    expect(request).toContain('Resolves&#8203; <https://example.com/issues/1>')
    const marked = 'Run `echo @ana #12`. **Fixes** #12, closes [this](https://example.com/issues/1)'
    const quiet = copied('pull-request', { ...board, incident: { ...board.incident, summary: marked } })
    expect(quiet).toContain(
      '`echo @ana #12`. **Fixes** #&#8203;12, closes&#8203; [this](<https://example.com/issues/1>)',
    )
    const chat = copied('chat', hostile)
    expect(chat).not.toMatch(/@ana|@here|```/)
  })
})
