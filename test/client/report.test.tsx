// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { BoardDrawers } from '../../client/app/BoardDrawers.tsx'
import { PanelButtons } from '../../client/app/PanelButtons.tsx'
import { useBoardPanels } from '../../client/app/use-board-panels.ts'
import { ReportPage } from '../../client/features/report/ReportPage.tsx'
import { shownParts } from '../../client/features/report/report-parts.tsx'
import { PanelsProvider } from '../../client/session/panels.tsx'
import { contentParts } from '../../shared/document/content.ts'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import { createEntry, fillFlat, setFlat, textOf } from '../../shared/document/write.ts'
import { markdownReport } from '../../shared/report/markdown.ts'
import { reportModel } from '../../shared/report/model.ts'
import { fullReview } from '../spec/full-review.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

function reported(options: Parameters<typeof boardAlone>[0] = {}) {
  const alone = boardAlone({ notes: [{ id: 'alerts', text: 'Alerts fired early', author: 'ben' }], ...options })
  fillFlat(alone.board, 'incident', { summary: 'We saw:\n- stale pages' })
  return alone
}

function Beside() {
  return (
    <PanelsProvider panels={useBoardPanels()}>
      <PanelButtons />
      <BoardDrawers />
    </PanelsProvider>
  )
}

describe('the report page', () => {
  it('[REPORTUI1] reads as text, with nothing to type in, and leaves out what is empty', () => {
    show(reported().session, <ReportPage />)
    const page = screen.getByRole('main')
    expect(within(page).queryAllByRole('textbox')).toEqual([])
    expect(
      within(page)
        .getAllByRole('heading', { level: 2 })
        .map((heading) => heading.textContent),
    ).toEqual(['Executive summary', 'Lessons', 'About this report'])
    expect(
      within(page)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['stale pages', 'Alerts fired earlyben'])
  })

  it('[REPORT51] is read in the order of every other form', async () => {
    const board = await fullReview('github-2018-network-partition')
    const model = reportModel(board, { boardId: 'board-1', now: 0 })
    const titles = markdownReport(model).match(/(?<=^## ).*$/gm)
    expect(shownParts(model).map(({ title }) => title)).toEqual([...titles!, 'About this report'])
  })

  it('[REPORT43] leads from one end of a link to the other, and from a factor to what is known of it', async () => {
    const { session, board } = reported()
    createEntry(board, 'causes', 'why', { kind: 'why', text: 'Failover went unasked', rank: 'a0' })
    createEntry(board, 'causes', 'factor', { kind: 'factor', text: 'No runbook', rank: 'a1' })
    createEntry(board, 'links', 'link', { from: 'note:alerts', to: 'cause:why' })
    const { user } = show(session, <ReportPage />)
    Element.prototype.scrollIntoView ??= () => undefined
    await user.click(screen.getByRole('link', { name: 'Cause “Failover went unasked”' }))
    expect(document.activeElement?.textContent).toMatch(/^Failover went unasked/)
    await user.click(screen.getByRole('link', { name: 'Note “Alerts fired early”' }))
    expect(document.activeElement?.textContent).toMatch(/^Alerts fired early/)
    await user.click(screen.getByRole('link', { name: 'No runbook' }))
    expect(document.activeElement?.tagName).toBe('LI')
  })

  it('[REPORTUI2] follows the board live', () => {
    const { session, board } = reported()
    show(session, <ReportPage />)
    act(() => textOf(board, 'notes', 'alerts', 'text')?.insert(0, 'Two '))
    act(() => createEntry(board, 'actions', 'drill', { title: 'Drill a failover', rank: 'a0' }))
    expect(screen.getByText('Two Alerts fired early')).toBeTruthy()
    expect(screen.getByText('1 of 1 still lacks an owner or a due date.')).toBeTruthy()
  })

  it('[APPROVAL5] tells what has changed since the approved version', () => {
    const { session, board } = reported()
    const parts = contentParts(snapshotOf(board))
    const approval = { form: 1, by: 'ben', at: 0, approver: 'Dana', on: '2026-03-02', stands: false, parts }
    setFlat(board, 'incident', { approval })
    act(() => textOf(board, 'notes', 'alerts', 'text')?.insert(0, 'Two '))
    show(session, <ReportPage />)
    const changed = within(screen.getByRole('complementary', { name: 'Changed since the approval' }))
    expect(changed.getByText(/Dana approved it on 2026-03-02/)).toBeTruthy()
    expect(changed.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Notes'])
  })

  it('[REPORTUI3] is copied as Markdown', async () => {
    const { session } = reported()
    const { user } = show(session, <ReportPage />)
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }))
    await user.click(await screen.findByRole('menuitem', { name: /^For a wiki/ }))
    const copied = await navigator.clipboard.readText()
    expect(copied.match(/^#+ .*$/gm)).toEqual([
      '# Failover',
      '## Executive summary',
      '## Lessons',
      '### Lessons learned',
    ])
  })

  it('[REPORTUI3] says for a moment that it was copied', async () => {
    const { session } = reported()
    const { user } = show(session, <ReportPage />)
    await user.click(screen.getByRole('button', { name: 'Copy as Markdown' }))
    const forChat = await screen.findByRole('menuitem', { name: /^For chat/ })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    onTestFinished(() => void vi.useRealTimers())
    await act(async () => fireEvent.click(forChat))
    const said = () => screen.getByText(/^Copied$|^Copy/).textContent
    expect(said()).toBe('Copied')
    act(() => void vi.advanceTimersByTime(2500))
    expect(said()).toBe('Copy as Markdown')
  })
})

describe('the report beside the board', () => {
  it('[REPORTUI4] opens by its button while the review is being finished, and follows what is written', async () => {
    const { session, board } = reported({ phase: 'act' })
    const { user } = show(session, <Beside />)
    await user.click(screen.getByRole('button', { name: 'Report' }))
    const drawer = within(await screen.findByRole('complementary', { name: 'Report' }))
    expect(await drawer.findByText('Alerts fired early')).toBeTruthy()
    act(() => textOf(board, 'notes', 'alerts', 'text')?.insert(0, 'Two '))
    expect(await drawer.findByText('Two Alerts fired early')).toBeTruthy()
  })

  it('[REPORTUI4] opens and closes by key in any phase', async () => {
    const { user } = show(reported({ phase: 'reflect' }).session, <Beside />)
    expect(screen.queryByRole('button', { name: 'Report' })).toBeNull()
    await user.keyboard('{Shift>}R{/Shift}')
    expect(await screen.findByRole('complementary', { name: 'Report' })).toBeTruthy()
    await user.keyboard('{Shift>}R{/Shift}')
    expect(screen.queryByRole('complementary', { name: 'Report' })).toBeNull()
  })
})
