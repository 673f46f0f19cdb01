// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { createDraft } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const notes = [
  { id: 'alerts', text: 'Alerts came late' },
  { id: 'deploys', text: 'Deploys were frozen' },
  { id: 'drill', text: 'Nobody was alerted in the drill' },
]

/** Notes that stand out, in the order of the board. */
const standingOut = () =>
  [...document.querySelectorAll('[data-note] > div')]
    .filter((card) => card.className.includes('ring-2'))
    .map((card) => card.closest<HTMLElement>('[data-note]')?.dataset.note)

describe('finding notes', () => {
  it('[FINDUI1] lets those with the words stand out, says how many, and leads the keyboard to them', async () => {
    const { session } = boardAlone({ notes })
    const { user } = show(session, <DiscussView />)
    await user.keyboard('/')
    await user.type(await screen.findByRole('searchbox', { name: 'Words in the note' }), 'alert')
    expect(standingOut()).toEqual(['alerts', 'drill'])
    expect(within(screen.getByRole('dialog', { name: 'Find notes' })).getByRole('status').textContent).toBe(
      '2 of 3 notes',
    )

    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.getAttribute('data-note')).toBe('alerts'))
    await user.click(screen.getByRole('button', { name: 'Show all notes alike' }))
    expect(standingOut()).toEqual([])
  })

  it('[FINDUI2] tells mine from others, also where notes show no names', async () => {
    const { session, desk } = boardAlone({
      notes: notes.map((note) => ({ ...note, author: null })),
      settings: { attribution: 'anonymous' },
    })
    createDraft(desk, 'drill', { section: 'lessons', text: 'Nobody was alerted in the drill', rank: 'a0' })
    const { user } = show(session, <DiscussView />)
    await user.click(screen.getByRole('button', { name: 'Find notes' }))
    await user.click(await screen.findByRole('switch', { name: 'Mine' }))
    expect(standingOut()).toEqual(['drill'])
  })
})
