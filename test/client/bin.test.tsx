// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { BinDialog } from '../../client/features/notes/BinDialog.tsx'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { createDraft, createEntry } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const binnedNotes = [
  { id: 'alerts', text: 'Alerts came late', removed: { by: 'ana', at: 1 }, author: 'ana' },
  { id: 'deploys', text: 'Deploys were frozen', removed: { by: 'fay', at: 3 }, author: 'ben' },
]

const rows = async () => within(await screen.findByRole('dialog', { name: 'Bin' })).getAllByRole('listitem')
const wordsOf = (all: readonly HTMLElement[]) => all.map(({ textContent }) => textContent)

describe('the bin', () => {
  it('[BIN1] holds what was removed, and gives it back to whoever may have it', async () => {
    const { session, board } = boardAlone({
      notes: binnedNotes,
      themes: [{ id: 'paging', label: 'Paging', removed: { by: 'ben', at: 2 } }],
    })
    createEntry(board, 'actions', 'pager', { title: 'Fix the pager', rank: 'a0', removed: { by: 'ben', at: 4 } })
    const { user } = show(session, <BinDialog onClose={() => {}} />)
    const all = await rows()
    // Ana is no facilitator: a note of somebody else is not hers to bring back.
    expect(wordsOf(all)).toEqual([
      'Fix the pagerRemoved by benRestore',
      'Deploys were frozenRemoved by fay',
      'PagingRemoved by benRestore',
      'Alerts came lateRemoved by anaRestore',
    ])

    for (const row of all) {
      for (const restore of within(row).queryAllByRole('button')) await user.click(restore)
    }
    expect(wordsOf(await rows())).toEqual(['Deploys were frozenRemoved by fay'])
    expect(session.view.placement.get().notes.has('alerts')).toBe(true)
  })

  it('[BIN2] holds drafts that I removed, for me, and counts them', async () => {
    const { session, desk } = boardAlone({ phase: 'reflect' })
    createDraft(desk, 'drill', { section: 'lessons', text: 'The drill paid off', rank: 'a0' })
    session.verbs.removeDraft('drill')
    // What became a note is in the bin as one.
    const became = { published: 'Alerts came late', removed: { by: 'ana', at: 1 } }
    createDraft(desk, 'alerts', { section: 'lessons', text: 'Alerts came late', rank: 'a1', ...became })
    const { user } = show(session, <DiscussView />)
    await user.click(screen.getByRole('button', { name: /^Bin 1/ }))
    expect(wordsOf(await rows())).toEqual(['The drill paid offOnly you can see thisRestore'])
    await user.click(screen.getByRole('button', { name: 'Restore' }))
    await screen.findByText('The bin is empty')
    expect(session.view.drafts.entry('drill').get()?.removed).toBeUndefined()
  })
})
