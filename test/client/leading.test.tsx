// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { BoardAnnouncements } from '../../client/app/BoardAnnouncements.tsx'
import { PeopleBar } from '../../client/features/people/PeopleBar.tsx'
import { VoteView } from '../../client/features/voting/VoteView.tsx'
import { mayChange } from '../../shared/document/may.ts'
import { setFlat } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

describe('leading', () => {
  it('[LEASEUI1] is handed over, and a deputy named, from a person’s menu; everyone reads who leads', async () => {
    const { session, board, commands } = boardAlone({ as: 'fay' })
    const { user } = show(session, <PeopleBar />)
    await user.click(screen.getByRole('button', { name: /people here/ }))
    await user.click(await screen.findByRole('button', { name: 'More about ana' }))
    await user.click(await screen.findByRole('menuitem', { name: /Make deputy/ }))
    expect(commands).toEqual([{ type: 'deputy.set', person: 'ana' }])
    const acting = { since: 5, role: 'participant' as const }
    act(() => setFlat(board, 'session', { lease: { lead: 'fay', deputy: 'ana', afterSeconds: 60, acting } }))
    expect(screen.getByText('leads as deputy · not here')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'More about ben' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Hand over the lead' }))
    expect(commands.at(-1)).toEqual({ type: 'lead.set', person: 'ben' })
  })

  it('[LEASEUI2] is told to whom it came, and every change of hands can be read', async () => {
    const { session, board } = boardAlone({ as: 'ana' })
    const { user } = show(
      session,
      <>
        <BoardAnnouncements />
        <PeopleBar />
      </>,
    )
    act(() => setFlat(board, 'session', { hands: [{ at: 5, what: 'took-over', from: 'fay', to: 'ana' }] }))
    expect(await screen.findByText('ana took over, fay was gone')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /people here/ }))
    await user.click(await screen.findByText('Changes of hands'))
    expect(screen.getAllByText(/ana took over, fay was gone/)).toHaveLength(2)
  })
})

describe('a locked board', () => {
  it('[LOCK3] offers participants nothing to change but their votes, and facilitators everything', () => {
    const open = { phase: 'vote' as const, notes: [{ id: 'alerts', text: 'alerts were late' }], result: {} }
    const { session, board } = boardAlone(open)
    act(() => setFlat(board, 'session', { locked: true }))
    show(session, <VoteView />)
    expect(screen.getByRole('button', { name: 'Vote for alerts were late' })).toBeTruthy()
    expect(session.verbs.castVote('note:alerts').allowed).toBe(true)
    expect(session.verbs.setNoteTheme('alerts', null)).toEqual({ allowed: false, reason: 'board-locked' })
    const fay = { ...session.asking(), person: { id: 'fay', role: 'facilitator' as const } }
    expect(mayChange(fay, 'notes', 'theme').allowed).toBe(true)
  })
})
