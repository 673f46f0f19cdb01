// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { GroupView } from '../../client/features/notes/GroupView.tsx'
import { linesOf } from '../../client/features/notes/lines.ts'
import { ReflectView } from '../../client/features/notes/ReflectView.tsx'
import { UnfinishedNotes } from '../../client/features/notes/UnfinishedNotes.tsx'
import { createDraft } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const composer = () => screen.getByRole('textbox', { name: 'New note in Lessons learned' })
const lessons = () => screen.getByRole('region', { name: 'Lessons learned' })

describe('a composer', () => {
  it('[NOTEUI1] keeps what stands in it when the phase changes and when the page is loaded again', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const first = show(session, <ReflectView />)
    await first.user.type(composer(), 'alerts were late')
    first.unmount()

    show(session, <DiscussView />)
    expect(composer()).toHaveProperty('value', 'alerts were late')
  })

  it('[NOTEUI2] adds on Enter, goes to a new line on Shift+Enter, and leaves on Escape with the text kept', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const { user } = show(session, <ReflectView />)

    await user.type(composer(), 'alerts{Shift>}{Enter}{/Shift}were late{Enter}deploys')
    expect([...session.view.drafts.all.get().values()].map((draft) => draft.text)).toEqual(['alerts\nwere late'])
    expect(within(lessons()).getByText('Only you can see this')).toBeTruthy()

    await user.keyboard('{Escape}')
    expect(document.activeElement).not.toBe(composer())
    expect(composer()).toHaveProperty('value', 'deploys')
  })

  it('[NOTEUI3] offers to make a note of each pasted line', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const { user } = show(session, <ReflectView />)

    await user.click(composer())
    await user.paste('- alerts were late\n- deploys were frozen\n\n')
    await user.click(screen.getByRole('button', { name: 'Split into 2 notes' }))

    const texts = [...session.view.drafts.all.get().values()].map((draft) => draft.text)
    expect(texts).toEqual(['alerts were late', 'deploys were frozen'])
    expect(composer()).toHaveProperty('value', '')
  })

  it('[NOTEUI3] reads pasted lines without the bullets of where they come from', () => {
    expect(linesOf('* alerts\r\n1. deploys\n  [x] rollback\n\n• paging\n2021 was worse')).toEqual([
      'alerts',
      'deploys',
      'rollback',
      'paging',
      '2021 was worse',
    ])
  })
})

describe('a thought on the wording', () => {
  const thought = () => within(lessons()).getByRole('status', { name: 'A thought on the wording' })

  it('[NOTEUI15] is shown while somebody types, holds nothing back, and goes with one press', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const { user } = show(session, <ReflectView />)
    await user.type(composer(), 'Somebody forgot the drill')
    expect(thought().textContent).toContain('“Somebody forgot” points at a person.')

    await user.click(screen.getByRole('button', { name: 'Keep my words' }))
    expect(thought().textContent).toBe('')
    expect(document.activeElement).toBe(composer())
    await user.type(composer(), ', they ignored it{Enter}')
    expect([...session.view.drafts.all.get().values()].map((draft) => draft.text)).toEqual([
      'Somebody forgot the drill, they ignored it',
    ])
  })

  it('[NOTEUI15] is shown about whoever responded, on the board or not', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    session.verbs.addResponder({ name: 'Sam Okafor', role: '', did: '' })
    const { user } = show(session, <ReflectView />)
    await user.type(composer(), 'Sam should have checked')
    expect(thought().textContent).toContain('“Sam should have” points at a person.')
  })

  it('[NOTEUI15] is never shown again to whoever wants none', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const { user, unmount } = show(session, <ReflectView />)
    await user.type(composer(), 'Human error')
    await user.click(screen.getByRole('button', { name: 'Stop suggesting' }))
    unmount()
    show(session, <ReflectView />)
    expect(composer()).toHaveProperty('value', 'Human error')
    expect(thought().textContent).toBe('')
  })
})

describe('a draft', () => {
  it('[NOTEUI4] stands on the board once, whether its note or the word of its publishing comes first', async () => {
    const { session, addNote } = boardAlone({ phase: 'discuss' })
    const { user } = show(session, <DiscussView />)

    await user.type(composer(), 'alerts were late{Enter}')
    expect(within(lessons()).getAllByText('alerts were late')).toHaveLength(1)

    act(() => addNote({ id: 'new1', text: 'alerts were late', author: 'ana' }))
    expect(within(lessons()).getAllByText('alerts were late')).toHaveLength(1)
    expect(screen.queryByText('On its way to the board')).toBeNull()
  })

  it('[NOTEUI5] says on an anonymous board that it waits for company', async () => {
    const { session } = boardAlone({ phase: 'discuss', settings: { attribution: 'anonymous' } })
    const { user } = show(session, <DiscussView />)

    await user.type(composer(), 'alerts were late{Enter}')
    expect(within(lessons()).getByText('Waiting to be published')).toBeTruthy()
  })
})

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

describe('someone who is writing while the facilitator moves on', () => {
  it('[NOTEUI13] goes on in the composer of the next phase, at the same letter', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const { user, rerender } = show(session, <ReflectView />)
    await user.type(composer(), 'alerts were late')
    await user.keyboard('{ArrowLeft>4/}')

    rerender(<DiscussView />)
    await user.keyboard('very ')
    expect(composer()).toHaveProperty('value', 'alerts were very late')
  })

  it('[NOTEUI13] hands in what was begun where the next phase has no composers', async () => {
    const { session } = boardAlone({ phase: 'vote' })
    session.kept.write('note:lessons', 'alerts were late')
    const { user } = show(session, <UnfinishedNotes />)

    await user.click(screen.getByRole('button', { name: 'Add' }))
    expect([...session.view.drafts.all.get().values()].map((draft) => draft.text)).toEqual(['alerts were late'])
    expect(screen.queryByRole('region', { name: 'Not added yet' })).toBeNull()
  })
})

describe('my note on an anonymous board', () => {
  it('[NOTEUI14] is reworded through my draft, as long as nobody else has changed its words', async () => {
    const { session, desk } = boardAlone({
      settings: { attribution: 'anonymous' },
      notes: [{ id: 'mine', text: 'alerts were late', author: null }],
    })
    createDraft(desk, 'mine', {
      section: 'lessons',
      text: 'alerts were late',
      rank: 'a0',
      published: 'alerts were late',
    })
    const { user } = show(session, <DiscussView />)

    act(() => screen.getByRole('article', { name: 'alerts were late' }).focus())
    await user.keyboard('{Enter}!')
    expect(session.view.drafts.entry('mine').get()?.text).toBe('alerts were late!')
    expect(session.view.entries.notes.entry('mine').get()?.text).toBe('alerts were late')

    await user.keyboard('{Enter}')
    expect(screen.getByRole('article', { name: 'alerts were late!' })).toBeTruthy()
  })

  it.each([
    ['reworded', { text: 'alerts were very late' }, 'Your change is waiting to be published'],
    ['taken back', { removed: { by: 'ana', at: 5 } }, 'You took it back: waiting to leave the board'],
  ])('[NOTEUI5] says that it waits where it was %s while away', (_what, change, sentence) => {
    const { session, desk } = boardAlone({
      settings: { attribution: 'anonymous' },
      notes: [{ id: 'mine', text: 'alerts were late', author: null }],
    })
    const draft = { section: 'lessons', text: 'alerts were late', rank: 'a0', published: 'alerts were late' }
    createDraft(desk, 'mine', { ...draft, ...change })
    show(session, <DiscussView />)
    expect(screen.getByText(sentence)).toBeTruthy()
  })
})
