// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { GroupView } from '../../client/features/notes/GroupView.tsx'
import { createDraft } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'
import { lessons } from '../support/lessons.ts'

clearBetweenTests()

describe('a note', () => {
  const two = [
    { id: 'alerts', text: 'alerts were late' },
    { id: 'pages', text: 'pages went astray' },
    { id: 'deploys', text: 'deploys froze', section: 'ongoing-problems' },
  ]

  it('[NOTEUI6] is reached by arrow keys, each column being one stop of Tab', async () => {
    const { session } = boardAlone({ notes: two })
    const { user } = show(session, <DiscussView />)
    const card = (name: string) => screen.getByRole('article', { name })

    act(() => card('alerts were late').focus())
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(card('pages went astray'))
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(card('deploys froze'))
    expect(card('alerts were late').tabIndex).toBe(-1)
    expect(card('pages went astray').tabIndex).toBe(0)
  })

  it('[NOTEUI7] keeps the keyboard when somebody else adds, moves and removes notes around it', () => {
    const { session, addNote } = boardAlone({ notes: two })
    show(session, <DiscussView />)
    const card = screen.getByRole('article', { name: 'pages went astray' })

    act(() => card.focus())
    act(() => addNote({ id: 'first', text: 'first of all', rank: 'Zz' }))
    act(() => void session.verbs.moveNote('alerts', { section: 'went-well' }))
    expect(document.activeElement).toBe(card)
    expect(card.isConnected).toBe(true)
  })

  it('[NOTEUI8] is grouped by key with a note that is looked for by its words', async () => {
    const { session } = boardAlone({ phase: 'group', notes: two })
    const { user } = show(session, <GroupView />)

    act(() => screen.getByRole('article', { name: 'alerts were late' }).focus())
    await user.keyboard('g')
    await user.type(await screen.findByRole('combobox'), 'astray{Enter}')

    const [theme] = session.view.placement.get().themes
    expect(theme?.notes.map((note) => note.id)).toEqual(['alerts', 'pages'])
    const name = await screen.findByRole('textbox', { name: 'Name of the theme' })
    expect(document.activeElement).toBe(name)
  })

  it('[NOTEUI9] moves to another section by key', async () => {
    const { session } = boardAlone({ notes: two })
    const { user } = show(session, <DiscussView />)

    act(() => screen.getByRole('article', { name: 'alerts were late' }).focus())
    await user.keyboard('m')
    await user.type(await screen.findByRole('combobox'), 'went{Enter}')

    expect(session.view.placement.get().notes.get('alerts')?.section).toBe('went-well')
  })

  it('[NOTEUI10] becomes the source of an action by key', async () => {
    const { session } = boardAlone({ notes: two })
    const { user } = show(session, <DiscussView />)

    act(() => screen.getByRole('article', { name: 'alerts were late' }).focus())
    await user.keyboard('a')

    const actions = [...session.view.entries.actions.all.get().values()]
    expect(actions.map(({ title, source }) => ({ title, source }))).toEqual([
      { title: 'alerts were late', source: 'note:alerts' },
    ])
  })

  it('[NOTEUI11] offers its words to its author alone where the board says so, and its place to all who take part', async () => {
    const { session } = boardAlone({ notes: [{ id: 'bens', text: 'by ben', author: 'ben' }] })
    const { user } = show(session, <DiscussView />)

    await user.click(screen.getByRole('button', { name: 'More for this note' }))
    const offered = (await screen.findAllByRole('menuitem')).map((item) => item.textContent)
    expect(offered.some((label) => label?.startsWith('Edit'))).toBe(false)
    expect(offered.some((label) => label?.startsWith('Move to…'))).toBe(true)
  })

  it('[NOTEUI11] offers the bin to its author alone, also where it shows no name', async () => {
    const settings = { attribution: 'anonymous' } as const
    const notes = [{ id: 'late', text: 'alerts were late', author: null }]
    const offers = async (as: 'ana' | 'fay', isMine: boolean) => {
      const { session, desk } = boardAlone({ as, settings, notes })
      if (isMine) createDraft(desk, 'late', { section: 'lessons', text: 'alerts were late', rank: 'a0' })
      const { user, unmount } = show(session, <DiscussView />)
      await user.click(screen.getByRole('button', { name: 'More for this note' }))
      const offered = (await screen.findAllByRole('menuitem')).map((item) => item.textContent)
      unmount()
      return offered.includes('Put in the bin')
    }
    expect(await offers('ana', false)).toBe(false)
    expect(await offers('ana', true)).toBe(true)
    expect(await offers('fay', false)).toBe(true)
  })

  it('[NOTEUI11] says who bins it to somebody else who tries to by key', async () => {
    const { session } = boardAlone({ notes: [{ id: 'bens', text: 'by ben', author: 'ben' }] })
    const { user } = show(session, <DiscussView />)
    screen.getByRole('article', { name: 'by ben' }).focus()
    await user.keyboard('{Delete}')
    await screen.findByText('A note is put in the bin by its author, or a facilitator')
    expect(session.view.entries.notes.entry('bens').get()?.removed).toBeUndefined()
  })

  it('[A11Y4] leaves the keyboard in its column when it goes into the bin, also where it was the only one', async () => {
    const notes = [{ text: 'alerts were late', author: 'ana', section: 'lessons' }]
    const { session } = boardAlone({ notes })
    const { user } = show(session, <DiscussView />)
    act(() => screen.getByRole('article', { name: 'alerts were late' }).focus())
    await user.keyboard('{Delete}')
    await waitFor(() => expect(lessons().contains(document.activeElement)).toBe(true))
  })

  it('[NOTEUI12] offers nothing to an observer', () => {
    const { session } = boardAlone({ as: 'olga', notes: two })
    show(session, <DiscussView />)
    expect(screen.queryByRole('button', { name: 'More for this note' })).toBeNull()
    expect(screen.queryByRole('textbox')).toBeNull()
  })
})
