// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { GroupView } from '../../client/features/notes/GroupView.tsx'
import { MovedByTwo } from '../../client/features/notes/MovedByTwo.tsx'
import { setFields } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const grouping = {
  phase: 'group' as const,
  notes: [
    { id: 'alerts', text: 'alerts were late', theme: 'paging' },
    { id: 'pages', text: 'pages went astray', theme: 'paging' },
    { id: 'canary', text: 'deploys have no canary', theme: 'rollout' },
  ],
  themes: [
    { id: 'paging', label: 'Paging' },
    { id: 'rollout', label: 'Rollout' },
  ],
}
const themeCard = (label: string) => screen.getByRole('region', { name: `Theme: ${label}` })
const inTheme = (label: string) => within(themeCard(label)).queryAllByRole('article').length
const menuOf = (label: string) => within(themeCard(label)).getByRole('button', { name: 'More for this theme' })

describe('a theme', () => {
  it('[A11Y5] takes the keyboard from nobody who has named it, when others move on', async () => {
    const { session } = boardAlone({ phase: 'group', notes: grouping.notes.map(({ id, text }) => ({ id, text })) })
    const { user, rerender } = show(session, <GroupView />)
    act(() => screen.getByRole('article', { name: 'alerts were late' }).focus())
    await user.keyboard('g')
    await user.type(await screen.findByRole('combobox'), 'astray{Enter}')
    await screen.findByRole('textbox', { name: 'Name of the theme' })
    await user.keyboard('Paging{Enter}')

    rerender(<DiscussView />)
    expect(screen.getAllByRole('button', { name: 'Theme: Paging. Rename' })).toHaveLength(2)
    expect(screen.queryByRole('textbox', { name: 'Name of the theme' })).toBeNull()
  })

  it('[THEMEUI1] is merged into another one from its menu, and parted again with one press', async () => {
    const { session } = boardAlone(grouping)
    const { user } = show(session, <GroupView />)
    await user.click(menuOf('Rollout'))
    await user.click(await screen.findByRole('menuitem', { name: 'Merge into…' }))
    await user.click(await screen.findByRole('option', { name: /Paging/ }))
    expect(screen.queryByRole('region', { name: 'Theme: Rollout' })).toBeNull()
    expect(inTheme('Paging')).toBe(3)

    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect([inTheme('Paging'), inTheme('Rollout')]).toEqual([2, 1])
  })

  it('[A11Y4] hands the keyboard to its first note when it is removed', async () => {
    const { session } = boardAlone(grouping)
    const { user } = show(session, <GroupView />)
    await user.click(menuOf('Rollout'))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove theme, keep its notes' }))
    expect(await screen.findByText('Theme removed, 1 note kept')).toBeTruthy()
    const note = screen.getByRole('article', { name: 'deploys have no canary' })
    await waitFor(() => expect(document.activeElement).toBe(note))
  })

  it('[THEMEUI2] is split by choosing which of its notes go, and the new one is named at once', async () => {
    const { session } = boardAlone(grouping)
    const { user } = show(session, <GroupView />)
    await user.click(menuOf('Paging'))
    await user.click(await screen.findByRole('menuitem', { name: 'Split…' }))
    await user.click(await screen.findByRole('checkbox', { name: 'pages went astray' }))
    await user.click(screen.getByRole('button', { name: 'Put into a new theme' }))
    await screen.findByRole('button', { name: 'Undo' })
    await user.keyboard('Astray')
    expect([inTheme('Paging'), inTheme('Astray')]).toEqual([1, 1])
  })

  it('[THEMEUI4] that is new comes into sight to be named, where the notes were shown alone', async () => {
    const apart = grouping.notes.map(({ theme, ...note }) => note)
    const { session } = boardAlone({ ...grouping, notes: apart, themes: [] })
    const { user } = show(session, <GroupView />)
    const shown = () => screen.getByRole('navigation').querySelector('[aria-current]')?.textContent
    expect(shown()).toBe('Ungrouped 3')
    act(() => screen.getByRole('article', { name: 'alerts were late' }).focus())
    await user.keyboard('g')
    await user.click(await screen.findByRole('option', { name: /pages went astray/ }))
    expect(shown()).toBe('Themes 1')
  })

  it('[THEMEUI3] is folded away on this screen alone, and still takes notes', async () => {
    const { session, board } = boardAlone(grouping)
    const { user } = show(session, <GroupView />)
    await user.click(within(themeCard('Paging')).getByRole('button', { name: 'Fold the notes away' }))
    expect([inTheme('Paging'), inTheme('Rollout')]).toEqual([0, 1])
    act(() => void setFields(board, 'notes', 'canary', { theme: 'paging' }))
    await user.click(within(themeCard('Paging')).getByRole('button', { name: 'Show the notes' }))
    expect(inTheme('Paging')).toBe(3)
    await user.click(screen.getByRole('button', { name: 'Fold all' }))
    expect([inTheme('Paging'), inTheme('Rollout')]).toEqual([0, 0])
  })
})

describe('a note that somebody else moves at the same moment', () => {
  it('[MOVED2] is told where it is, and put where I had it with one press', async () => {
    const { session, board, shows } = boardAlone(grouping)
    const bens = new Y.Doc()
    Y.applyUpdate(bens, Y.encodeStateAsUpdate(board))
    bens.clientID = 4_000_000_000 // the greater client id wins
    board.clientID = 5
    shows('ben', {}, bens.clientID)
    const { user } = show(session, <MovedByTwo />)
    act(() => void session.verbs.setNoteTheme('canary', 'paging'))
    setFields(bens, 'notes', 'canary', { theme: null })
    act(() => Y.applyUpdate(board, Y.encodeStateAsUpdate(bens)))

    expect(await screen.findByText('ben moved “deploys have no canary” at the same moment')).toBeTruthy()
    expect(screen.getByText('It is in no theme now.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Put it in “Paging”' }))
    expect(session.view.entries.notes.entry('canary').get()?.theme).toBe('paging')
  })
})
