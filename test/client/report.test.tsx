// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ReportPage } from '../../client/features/report/ReportPage.tsx'
import { contentParts } from '../../shared/document/content.ts'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import { createEntry, fillFlat, setFlat, textOf } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

function reported(options: Parameters<typeof boardAlone>[0] = {}) {
  const alone = boardAlone({ notes: [{ id: 'alerts', text: 'Alerts fired early', author: 'ben' }], ...options })
  fillFlat(alone.board, 'incident', { summary: 'We saw:\n- stale pages' })
  return alone
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
    ).toEqual(['Summary', 'What we noted', 'About this report'])
    expect(
      within(page)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['stale pages', 'Alerts fired earlyben'])
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
    const copied = await navigator.clipboard.readText()
    expect(copied.match(/^#+ .*$/gm)).toEqual(['# Failover', '## Summary', '## What we noted', '### Lessons learned'])
  })
})
