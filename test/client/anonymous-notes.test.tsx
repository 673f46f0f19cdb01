// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { createDraft } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

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
