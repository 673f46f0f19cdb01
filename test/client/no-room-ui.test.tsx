// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { EndedPage } from '../../client/app/EndedPage.tsx'
import { NoRoomNotice } from '../../client/features/saved/NoRoomNotice.tsx'
import { signOf } from '../../client/features/saved/SavedSign.tsx'
import type { BoardSession } from '../../client/session/board-session.ts'
import type { SavedState } from '../../client/session/saved-state.ts'
import { cell } from '../../client/session/watched.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const progress = { attribution: 'named', people: {} } as const
const fullServer = { server: true, progress, here: [], full: true } as const
const turnedAway: SavedState = { state: 'turned-away', because: 'too-many-connections', waiting: 2, keepsCopy: true }

const onFull = (session: BoardSession): BoardSession => ({
  ...session,
  presence: { ...session.presence, everyone: cell({ byPerson: new Map(), server: fullServer }) },
})

describe('a notice', () => {
  it('[PRESSURE15] says to whoever may write that the review is full, what goes on, and what makes room', () => {
    show(onFull(boardAlone().session), <NoRoomNotice />)
    expect(screen.getByText(/full.*takes no more words.*voting.*Shorten/)).toBeDefined()
  })

  it('[PRESSURE15] leaves whoever only watches in peace, and everybody where there is room', () => {
    show(onFull(boardAlone({ as: 'olga' }).session), <NoRoomNotice />)
    show(boardAlone().session, <NoRoomNotice />)
    expect(screen.queryByText(/full/)).toBeNull()
  })

  it('[PRESSURE16] says what to do where there is no room for one more, beside a sign that counts what waits', () => {
    show({ ...boardAlone().session, saved: cell(turnedAway) }, <NoRoomNotice />)
    expect(screen.getByText(/too many tabs.*by itself/)).toBeDefined()
    expect(signOf(turnedAway)).toMatchObject({ words: 'Not let in yet, 2 changes waiting' })
  })
})

describe('a page of a board that has not come yet', () => {
  const page = (session: BoardSession) => show(session, <EndedPage onRejoin={() => {}}>The board</EndedPage>)

  it('[PRESSURE16] says why there is nothing to show, and shows what there is', async () => {
    const known = boardAlone()
    page({ ...known.session, saved: cell(turnedAway) })
    expect(screen.getByText('The board')).toBeDefined()

    const unknown = boardAlone({ phase: '' as 'welcome' })
    page({ ...unknown.session, saved: cell(turnedAway) })
    expect(await screen.findByRole('heading', { name: 'There is no room for one more here' })).toBeDefined()
  })
})
