// @vitest-environment jsdom
import { act, render, screen, waitForElementToBeRemoved, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { BoardAnnouncements } from '../../client/app/BoardAnnouncements.tsx'
import { SpotlightButtons } from '../../client/features/dock/SpotlightButtons.tsx'
import { MyStanding } from '../../client/features/me/MyStanding.tsx'
import { NewReactions } from '../../client/features/me/NewReactions.tsx'
import { Reactions } from '../../client/features/me/Reactions.tsx'
import { SpotlightBanner } from '../../client/features/notes/SpotlightBanner.tsx'
import { PeopleBar } from '../../client/features/people/PeopleBar.tsx'
import { VoteView } from '../../client/features/voting/VoteView.tsx'
import { mayChange } from '../../shared/document/may.ts'
import { setFields, setFlat } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

describe('leading', () => {
  it('[LEASEUI1] is handed over, and a deputy named, from a person’s menu; everyone reads who leads', async () => {
    const { session, board, commands } = boardAlone({ as: 'fay' })
    const { user } = show(session, <PeopleBar />)
    await user.click(screen.getByRole('button', { name: /(person|people) here/ }))
    await user.click(await screen.findByRole('button', { name: 'More about ana' }))
    await user.click(await screen.findByRole('menuitem', { name: /Make deputy/ }))
    expect(commands).toEqual([{ type: 'deputy.set', person: 'ana' }])
    const acting = { since: 5, role: 'participant' as const }
    act(() => setFlat(board, 'session', { lease: { lead: 'fay', deputy: 'ana', afterSeconds: 60, acting } }))
    expect(screen.getByText('leads as deputy · not here')).toBeTruthy()
    expect(screen.getByText('the deputy leads meanwhile · here')).toBeTruthy()
    expect(screen.queryByText(/^leads ·/)).toBeNull()
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
    await user.click(screen.getByRole('button', { name: /(person|people) here/ }))
    await user.click(await screen.findByText('Changes of hands'))
    expect(screen.getAllByText(/ana took over, fay was gone/)).toHaveLength(2)
  })
})

describe('people in the room', () => {
  it('[PROXYUI3] are given to somebody from their menu, by a number', async () => {
    const { session, commands } = boardAlone({ as: 'fay' })
    const { user } = show(session, <PeopleBar />)
    await user.click(screen.getByRole('button', { name: /(person|people) here/ }))
    await user.click(await screen.findByRole('button', { name: 'More about ana' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Votes for people in the room…' }))
    await user.clear(await screen.findByLabelText('People in the room'))
    await user.type(screen.getByLabelText('People in the room'), '6')
    await user.click(screen.getByRole('button', { name: 'Vote for 6 people' }))
    expect(commands).toEqual([{ type: 'room.set', person: 'ana', people: 6 }])
  })

  it('[PROXYUI4] whoever only facilitates is told so among the people, and is asked for no votes', async () => {
    const { session, board } = boardAlone({ as: 'fay', phase: 'vote', result: {} })
    act(() => void setFields(board, 'people', 'fay', { counts: false }))
    const { user } = show(
      session,
      <>
        <PeopleBar />
        <VoteView />
      </>,
    )
    expect(screen.getByText('You don’t vote in this round.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /(person|people) here/ }))
    expect(await screen.findByText(/^leads, not counted/)).toBeTruthy()
  })
})

describe('a discussion', () => {
  const discussing = {
    notes: [
      { id: 'alerts', text: 'alerts were late' },
      { id: 'canary', text: 'deploys have no canary' },
    ],
    themes: [{ id: 'paging', label: 'Paging' }],
    result: { closedAt: 2, cast: 3, votes: { 'note:canary': 2, 'note:alerts': 1 } },
  }

  it('[SPOTUI1] is led through in the order that was chosen, each topic with its time', async () => {
    const { session, commands } = boardAlone({ ...discussing, as: 'fay' })
    const { user } = show(session, <SpotlightButtons />)
    await user.click(screen.getByRole('button', { name: /^Covered/ }))
    await user.selectOptions(await screen.findByLabelText('Order'), 'Votes')
    await user.selectOptions(screen.getByLabelText('Of'), 'Notes')
    await user.selectOptions(screen.getByLabelText('Time each'), '3 min')
    const topics = within(screen.getByRole('list', { name: 'To talk about' }))
    expect(topics.getAllByRole('button').map((each) => each.textContent)).toEqual([
      'deploys have no canary',
      'alerts were late',
    ])
    await user.click(topics.getByRole('button', { name: /alerts were late/ }))
    await user.click(screen.getByRole('button', { name: /Spotlight the first not covered/ }))
    expect(commands).toEqual([
      { type: 'spotlight.set', target: 'note:alerts', seconds: 180 },
      { type: 'spotlight.set', target: 'note:canary', seconds: 180 },
    ])
  })

  it('[TOPIC3] shows everybody how long its topic has left', async () => {
    const { session, board } = boardAlone(discussing)
    show(session, <SpotlightBanner />)
    act(() => setFlat(board, 'session', { spotlight: { target: 'note:alerts', startedAt: 1000, seconds: 90 } }))
    expect((await screen.findByRole('timer', { name: 'Time for this topic' })).textContent).toBe('01:30')
  })

  it('[SPOTUI2] leads whoever wandered off back to what is shown, and nobody who sees it', async () => {
    const { session, board } = boardAlone(discussing)
    const at = (top: number) => ({ top, bottom: top + 50, left: 0, right: 100 }) as DOMRect
    const card = document.body.appendChild(document.createElement('article'))
    card.dataset.note = 'alerts'
    card.getBoundingClientRect = () => at(-900)
    const { user } = show(session, <SpotlightBanner />)
    act(() => setFlat(board, 'session', { spotlight: { target: 'note:alerts' } }))
    await user.click(await screen.findByRole('button', { name: 'Back to the facilitator' }))
    expect(document.activeElement).toBe(card)
    card.getBoundingClientRect = () => at(100)
    await waitForElementToBeRemoved(() => screen.queryByRole('button', { name: 'Back to the facilitator' }))
    card.remove()
  })
})

describe('reactions', () => {
  it('[REACTUI1] are sent by one press, and shown as they come, not those of before', async () => {
    const { session, shows } = boardAlone()
    const { user } = show(
      session,
      <>
        <MyStanding />
        <NewReactions />
      </>,
    )
    await user.click(screen.getByRole('button', { name: 'React' }))
    await user.click(await screen.findByRole('button', { name: 'Thanks' }))
    expect(session.presence.mine().reaction).toEqual({ is: 'thanks', n: 1 })

    const progress = { attribution: 'named', people: {} } as const
    act(() => shows('server', { server: true, progress, here: [], reactions: { yes: 7 } }))
    expect(screen.queryByText(/👍 [0-9]*$/)).toBeNull()
    act(() => shows('server', { server: true, progress, here: [], reactions: { yes: 9 } }))
    expect(await screen.findByText('2')).toBeTruthy()
  })

  it('[REACTUI2] are gone a moment later, each of them, however many follow', () => {
    vi.useFakeTimers()
    const { rerender } = render(<Reactions since={{}} counts={{ yes: 2 }} />)
    const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))
    pass(3000)
    rerender(<Reactions since={{}} counts={{ yes: 3, laugh: 1 }} />)
    expect(screen.getAllByRole('listitem', { hidden: true }).map((each) => each.textContent)).toEqual(['👍 3', '😄 '])
    pass(1500)
    expect(screen.getAllByRole('listitem', { hidden: true }).map((each) => each.textContent)).toEqual(['👍 ', '😄 '])
    pass(3000)
    expect(screen.queryAllByRole('listitem', { hidden: true })).toEqual([])
    vi.useRealTimers()
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
