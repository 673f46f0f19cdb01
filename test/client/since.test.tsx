// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetBoard } from '../../client/app/known-boards.ts'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { SinceYouLeft } from '../../client/features/since/SinceYouLeft.tsx'
import { keepSeen, keptSeen, seenNow } from '../../client/features/since/seen.ts'
import type { SavedState } from '../../client/session/saved-state.ts'
import { cell } from '../../client/session/watched.ts'
import { createEntry, setFlat } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const minuteMs = 60_000
const saved: SavedState = { state: 'saved', keepsCopy: true }

/** A board that ana saw with one note on it; `comes` is what others bring meanwhile. */
function boardLeft(options: Parameters<typeof boardAlone>[0] = {}) {
  const alone = boardAlone({ notes: [{ id: 'alerts', text: 'Alerts came late' }], ...options })
  let now = 10 * minuteMs
  const sign = cell<SavedState>(saved)
  const session = { ...alone.session, saved: sign, clock: { ...alone.session.clock, now: () => now } }
  const comes = () => {
    alone.addNote({ id: 'deploys', text: 'Deploys were frozen', section: 'went-well' })
    alone.addNote({ id: 'pager', text: 'The pager was off', author: null })
    createEntry(alone.board, 'themes', 'alerting', { rank: 'a0', label: 'Alerting' })
  }
  return { ...alone, session, sign, comes, later: (ms: number) => (now += ms) }
}

function hide(hidden: boolean): void {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('what has come since somebody left, on screen', () => {
  beforeEach(() => hide(false))

  it('[SINCEUI1] [SINCEUI2] is told on coming back, listed, and each of it leads to where it stands', async () => {
    const { session, comes, later } = boardLeft()
    keepSeen(session, seenNow(session))
    comes()
    later(minuteMs)
    const { user } = show(
      session,
      <>
        <DiscussView />
        <SinceYouLeft />
      </>,
    )
    await screen.findByText('Since you left: 2 notes, 1 theme')

    await user.click(screen.getByRole('button', { name: 'Show' }))
    const dialog = await screen.findByRole('dialog', { name: 'Since you left' })
    const rows = within(dialog).getAllByRole('listitem')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Deploys were frozenben',
      'The pager was off',
      'Alerting',
    ])

    await user.click(within(dialog).getByRole('button', { name: /^Deploys were frozen/ }))
    await waitFor(() => expect(document.activeElement?.getAttribute('data-note')).toBe('deploys'))
  })

  it('[SINCEUI1] is everything for who joins while the review runs', async () => {
    const { session, board, comes } = boardLeft()
    setFlat(board, 'session', {
      visits: [
        { phase: 'welcome', at: -2 },
        { phase: 'discuss', at: -1 },
      ],
    })
    session.clock.now = () => 5000
    comes()
    show(session, <SinceYouLeft />)
    await screen.findByText('Before you joined: 3 notes, 1 theme')
  })

  it('[SINCEUI3] is what came while the page was hidden', async () => {
    const { session, comes, later } = boardLeft()
    show(session, <SinceYouLeft />)
    act(() => hide(true))
    comes()
    later(minuteMs)
    act(() => hide(false))
    await screen.findByText('Since you left: 2 notes, 1 theme')
  })

  it('[SINCEUI3] is what came while the line was cut', async () => {
    const { session, sign, comes, later } = boardLeft()
    show(session, <SinceYouLeft />)
    act(() => sign.set({ state: 'offline', waiting: 0, keepsCopy: true }))
    later(minuteMs)
    act(() => {
      comes()
      sign.set(saved)
    })
    await screen.findByText('Since you left: 2 notes, 1 theme')
  })

  it('[SINCEUI3] is forgotten with the board', () => {
    const { session } = boardLeft()
    keepSeen(session, seenNow(session))
    keepSeen({ ...session, boardId: 'another' }, seenNow(session))
    forgetBoard(session.boardId)
    expect(keptSeen(session)).toBeNull()
    expect(keptSeen({ ...session, boardId: 'another' })).not.toBeNull()
  })

  it('[SINCEUI3] counts as seen once it was looked at, and not sooner', async () => {
    const { session, comes, later } = boardLeft()
    keepSeen(session, seenNow(session))
    comes()
    later(minuteMs)
    show(session, <SinceYouLeft />)
    await screen.findByText('Since you left: 2 notes, 1 theme')
    act(() => hide(true))
    expect(keptSeen(session)?.things).toEqual(['note:alerts'])

    act(() => hide(false))
    later(minuteMs)
    act(() => hide(true))
    expect(keptSeen(session)?.things.length).toBe(4)
  })
})
