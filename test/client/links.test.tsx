// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Causes } from '../../client/features/causes/Causes.tsx'
import { Statement } from '../../client/features/facts/Statement.tsx'
import { BinDialog } from '../../client/features/notes/BinDialog.tsx'
import { NoteActionsProvider } from '../../client/features/notes/NoteActionsProvider.tsx'
import { NoteCard } from '../../client/features/notes/NoteCard.tsx'
import { Timeline } from '../../client/features/timeline/Timeline.tsx'
import { recordVerbsOf } from '../../client/session/record-verbs.ts'
import { readEntries } from '../../shared/document/read.ts'
import { createEntry, setRemoved, textOf } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

/** A note, an event and a cause, all on one screen. */
function things(options: Parameters<typeof boardAlone>[0] = {}) {
  const alone = boardAlone({ notes: [{ id: 'late', text: 'We heard of it late' }], ...options })
  createEntry(alone.board, 'timeline', 'alerts', { at: '2018-10-21T22:54:00Z', event: 'Alerts fire' })
  createEntry(alone.board, 'causes', 'route', { text: 'The pager goes to nobody', rank: 'a0' })
  const shown = show(
    alone.session,
    <>
      <NoteActionsProvider>
        <article data-note="late" tabIndex={-1}>
          <NoteCard id="late" />
        </article>
      </NoteActionsProvider>
      <Timeline />
      <Causes statement={<Statement />} />
    </>,
  )
  const links = () => readEntries(alone.board, 'links').filter(({ removed }) => removed === undefined)
  return { ...alone, ...shown, links, recordVerbs: recordVerbsOf(alone.session.writing) }
}

const toEvent = (words = 'Alerts fire') => screen.queryByRole('button', { name: `Go to the event: ${words}` })
const toNote = (words = 'We heard of it late') => screen.queryByRole('button', { name: `Go to the note: ${words}` })
const toCause = () => screen.queryByRole('button', { name: 'Go to the cause: The pager goes to nobody' })
const note = () => document.querySelector<HTMLElement>('[data-note="late"]')!

describe('a link on screen', () => {
  it('[LINK1] is made by choosing among all that is on the board, by key', async () => {
    const { user, links } = things()
    note().focus()
    await user.keyboard('l')
    const field = await screen.findByRole('combobox', { name: /^An event, a cause/ })
    const offered = within(screen.getByRole('listbox')).getAllByRole('option')
    expect(offered.map((option) => option.textContent)).toEqual(['22:54 Alerts fire', 'The pager goes to nobody'])
    await user.type(field, 'alerts{Enter}')
    expect(links()).toMatchObject([{ from: 'note:late', to: 'event:alerts' }])
    expect([toEvent(), toNote()].map((each) => each !== null)).toEqual([true, true])
  })

  it('[LINK1] is offered once', async () => {
    const { user, recordVerbs } = things()
    act(() => void recordVerbs.addLink('event:alerts', 'note:late'))
    note().focus()
    await user.keyboard('l')
    await screen.findByRole('combobox', { name: /^An event, a cause/ })
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['The pager goes to nobody'])
    expect(recordVerbs.addLink('note:late', 'event:alerts')).toMatchObject({ reason: 'linked-already' })
  })

  it('[LINK2] follows the words at its ends, and goes and comes with them', () => {
    const { board, recordVerbs } = things()
    act(() => void recordVerbs.addLink('note:late', 'event:alerts'))
    act(() => textOf(board, 'timeline', 'alerts', 'event')?.insert(0, 'All '))
    expect(toEvent('All Alerts fire')).not.toBeNull()
    act(() => void setRemoved(board, 'timeline', 'alerts', { by: 'ben', at: 1 }))
    expect(toEvent('All Alerts fire')).toBeNull()
    act(() => void setRemoved(board, 'timeline', 'alerts', undefined))
    expect([toEvent('All Alerts fire'), toNote()].map((each) => each !== null)).toEqual([true, true])
  })

  it('[LINK2] comes back with an end out of the bin', async () => {
    const { user, session, board, recordVerbs } = things()
    act(() => void recordVerbs.addLink('note:late', 'event:alerts'))
    act(() => {
      session.verbs.removeEntry('timeline', 'alerts')
      session.verbs.removeEntry('causes', 'route')
      createEntry(board, 'causes', 'empty', { rank: 'a1', removed: { by: 'ben', at: 1 } })
    })
    expect(toEvent()).toBeNull()
    show(session, <BinDialog onClose={() => {}} />)
    const binned = within(await screen.findByRole('dialog', { name: 'Bin' })).getAllByRole('listitem')
    expect(binned.map((each) => /Alerts fire|The pager goes to nobody/.exec(each.textContent ?? '')?.[0])).toEqual([
      'Alerts fire',
      'The pager goes to nobody',
    ])
    await user.click(within(binned[0]!).getByRole('button', { name: 'Restore' }))
    await expect.poll(() => screen.queryAllByRole('button', { name: /^Go to the event/, hidden: true })).toHaveLength(1)
  })

  it('[LINK2] is taken away at either end, and back by undo', async () => {
    const { user, recordVerbs } = things()
    act(() => void recordVerbs.addLink('note:late', 'event:alerts'))
    await user.click(screen.getByRole('button', { name: 'Remove the link to the note: We heard of it late' }))
    expect([toEvent(), toNote()]).toEqual([null, null])
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect([toEvent(), toNote()].map((each) => each !== null)).toEqual([true, true])
  })

  it('[LINK3] leads to its other end', async () => {
    const { user, recordVerbs } = things()
    act(() => void recordVerbs.addLink('note:late', 'event:alerts'))
    await user.click(toEvent()!)
    await expect.poll(() => document.activeElement?.getAttribute('data-target')).toBe('event:alerts')
    await user.click(toNote()!)
    await expect.poll(() => document.activeElement).toBe(note())
  })

  it('[LINK3] opens what is elsewhere beside the board, and shows a note that has no place in this phase', async () => {
    const { user, board, opened, recordVerbs } = things()
    createEntry(board, 'actions', 'drill', { title: 'Drill the failover', rank: 'a0' })
    createEntry(board, 'themes', 'pagers', { label: 'Pagers', rank: 'a0' })
    act(() => {
      recordVerbs.addLink('note:late', 'action:drill')
      recordVerbs.addLink('note:late', 'theme:pagers')
    })
    await user.click(screen.getByRole('button', { name: 'Go to the action: Drill the failover' }))
    expect(opened).toEqual(['actions'])
    await user.click(screen.getByRole('button', { name: 'Go to the theme: Pagers' }))
    expect((await screen.findByRole('dialog', { name: 'Theme' })).textContent).toContain('Pagers')
  })

  it('[LINK4] is not made to a draft', () => {
    const { session, recordVerbs } = things()
    const draft = session.verbs.addDraft({ section: 'lessons', text: 'Mine alone', rank: 'a5' })
    const id = draft.allowed ? draft.value : ''
    expect(recordVerbs.addLink(`note:${id}`, 'event:alerts')).toMatchObject({ reason: 'not-there' })
  })

  it('[LINK5] leads to no cause before the discussion', async () => {
    const { user, recordVerbs } = things({ phase: 'facts' })
    act(() => {
      recordVerbs.addLink('note:late', 'cause:route')
      recordVerbs.addLink('note:late', 'event:alerts')
    })
    const linked = within(note())
    expect(linked.getAllByRole('button', { name: /^Go to/ }).map((each) => each.getAttribute('aria-label'))).toEqual([
      'Go to the event: Alerts fire',
    ])
    note().focus()
    await user.keyboard('l')
    await screen.findByRole('combobox', { name: /^An event, a cause/ })
    expect(screen.queryByRole('option', { name: 'The pager goes to nobody' })).toBeNull()
  })

  it('[LINK6] made by two people at once is taken away whole', async () => {
    const { user, board, links } = things()
    act(() => {
      createEntry(board, 'links', 'mine', { from: 'note:late', to: 'cause:route' })
      createEntry(board, 'links', 'theirs', { from: 'cause:route', to: 'note:late' })
    })
    expect(screen.getAllByRole('button', { name: /^Go to the cause/ })).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: /^Remove the link to the cause/ }))
    expect([toCause(), links()]).toEqual([null, []])
  })

  it('[LINK2] is not changed by an observer', () => {
    const { board } = things({ as: 'olga' })
    act(() => createEntry(board, 'links', 'one', { from: 'note:late', to: 'event:alerts' }))
    expect(toEvent()).not.toBeNull()
    expect(screen.queryByRole('button', { name: /^Remove the link/ })).toBeNull()
  })
})
