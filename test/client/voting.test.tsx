// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { RoundButtons } from '../../client/features/voting/RoundButtons.tsx'
import { VoteView } from '../../client/features/voting/VoteView.tsx'
import type { Entry } from '../../shared/document/schema.ts'
import { createEntry, setFields, setFlat } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const notes = [
  { id: 'alerts', text: 'alerts were late' },
  { id: 'pages', text: 'pages went astray', theme: 'paging' },
]
const themes = [{ id: 'paging', label: 'Paging' }]
const open = { phase: 'vote' as const, notes, themes, settings: { votes: 3, maxPerTarget: 2 }, result: {} }

function addResult(board: Y.Doc, id: string, result: Partial<Entry<'results'>>): void {
  const counted = { phase: 'vote', ballot: 'secret', closedAt: 3, voters: 1, labels: {}, late: 0 } as const
  createEntry(board, 'results', id, { openedAt: 1, cast: 0, votes: {}, ...counted, ...result })
}

const giveTo = (name: string) => screen.getByRole('button', { name: `Vote for ${name}` })
const takeFrom = (name: string) => screen.getByRole('button', { name: `Take back a vote from ${name}` })

describe('voting', () => {
  it('[VOTEUI1] gives with one press and takes back with one, while the budget runs out in sight', async () => {
    const { session } = boardAlone(open)
    const { user } = show(session, <VoteView />)
    expect(screen.getByText('3 of 3 votes left')).toBeTruthy()

    await user.click(giveTo('alerts were late'))
    await user.click(giveTo('alerts were late'))
    expect(giveTo('alerts were late')).toHaveProperty('disabled', true)
    await user.click(giveTo('Paging'))
    expect(screen.getByText('No votes left')).toBeTruthy()
    expect(giveTo('Paging')).toHaveProperty('disabled', true)

    await user.click(takeFrom('alerts were late'))
    expect(screen.getByText('1 of 3 votes left')).toBeTruthy()
    expect(session.view.voting.get().ballot).toEqual({ 'note:alerts': 1, 'theme:paging': 1 })
  })

  it('[VOTEUI1] takes a vote by key on whatever has the keyboard', async () => {
    const { session } = boardAlone(open)
    const { user } = show(session, <VoteView />)
    act(() => giveTo('Paging').focus())
    await user.keyboard('v')
    expect(session.view.voting.get().ballot).toEqual({ 'theme:paging': 1 })
  })

  it('[VOTEUI2] shows no counts of others in a secret round, and running ones in an open round', () => {
    const secret = boardAlone({ ...open, result: { votes: { 'note:alerts': 2 }, cast: 2 } })
    const { unmount } = show(secret.session, <VoteView />)
    expect(screen.queryByText(/so far/)).toBeNull()
    unmount()

    const running = boardAlone({ ...open, result: { ballot: 'open', votes: { 'note:alerts': 2 }, cast: 2 } })
    show(running.session, <VoteView />)
    expect(screen.getByText('2 votes so far')).toBeTruthy()
  })

  it('[VOTEUI3] tells which votes came back when what they lay on was removed', async () => {
    const { session, board } = boardAlone(open)
    const { user } = show(session, <VoteView />)
    await user.click(giveTo('alerts were late'))
    act(() => void setFields(board, 'notes', 'alerts', { removed: { by: 'ben', at: 2 } }))
    expect(screen.getByText(/A vote came back to you/).textContent).toContain('“alerts were late” was removed')
    expect(screen.getByText('3 of 3 votes left')).toBeTruthy()
  })

  it('[VOTEUI4] shows the count with as many votes counted as were cast', () => {
    const counted = { closedAt: 2, voters: 2, cast: 4, votes: { 'theme:paging': 3, 'note:alerts': 1 } }
    const { session } = boardAlone({ ...open, result: counted })
    show(session, <VoteView />)
    expect(screen.getByText('2 people voted · 4 cast = 4 counted')).toBeTruthy()
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent)
    expect(rows[0]).toContain('Paging')
  })

  it('[VOTEUI5] tells a voter that votes after the count wait, and lets the facilitator count again', async () => {
    const { session, board } = boardAlone({ ...open, as: 'fay' })
    const { user } = show(session, <VoteView />)
    await user.click(giveTo('Paging'))
    await user.click(giveTo('Paging'))
    act(() => void setFields(board, 'results', 'round', { closedAt: 2, late: 1 }))

    expect(screen.getByText(/Your 2 votes came after the count and wait/)).toBeTruthy()
    expect(screen.getByText(/Counting again would show whose they are/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Count again' })).toBeTruthy()
  })

  it('[VOTEUI7] tells whoever gave more than everybody has now, and keeps what they gave', async () => {
    const { session, board } = boardAlone(open)
    const { user } = show(session, <VoteView />)
    await user.click(giveTo('alerts were late'))
    await user.click(giveTo('Paging'))
    await user.click(giveTo('Paging'))
    act(() => void setFields(board, 'results', 'round', { budget: { votes: 1, maxPerTarget: 1 } }))
    expect(screen.getByText(/2 of your votes do not count for now/)).toBeTruthy()
    act(() => void setFields(board, 'results', 'round', { budget: { votes: 3, maxPerTarget: 2 } }))
    expect(screen.queryByText(/do not count for now/)).toBeNull()
    expect(session.view.voting.get().ballot).toEqual({ 'note:alerts': 1, 'theme:paging': 2 })
  })

  it('[VOTEUI8] abstains with one press, taking votes back, and votes after all with the next vote', async () => {
    const { session } = boardAlone(open)
    const { user } = show(session, <VoteView />)
    await user.click(giveTo('Paging'))
    await user.click(screen.getByRole('button', { name: 'Abstain' }))
    expect(screen.getByText('You abstain in this vote')).toBeTruthy()
    expect(session.view.voting.get().ballot).toEqual({})
    expect([...session.view.abstained.get()]).toEqual(['round'])

    await user.click(giveTo('Paging'))
    expect(screen.getByText('2 of 3 votes left')).toBeTruthy()
    expect([...session.view.abstained.get()]).toEqual([])
  })

  it('[VOTEUI4] tells how many of those who could vote did, and how many abstained', () => {
    const counted = { closedAt: 2, voters: 2, cast: 4, votes: { 'note:alerts': 4 }, eligible: 5, abstained: 1 }
    show(boardAlone({ ...open, result: counted }).session, <VoteView />)
    expect(screen.getByText('2 of 5 people voted · 1 abstained · 4 cast = 4 counted')).toBeTruthy()
  })

  it('[VOTEUI9] shows earlier votes beside the last one', async () => {
    const { session, board } = boardAlone({ ...open, result: { closedAt: 9, cast: 2, votes: { 'note:alerts': 2 } } })
    addResult(board, 'earlier', { openedAt: 0, cast: 3, votes: { 'theme:paging': 3 } })
    const { user } = show(session, <VoteView />)
    expect(screen.getByText(/2 cast = 2 counted/)).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: /Vote 1/ }))
    expect(screen.getByText(/3 cast = 3 counted/)).toBeTruthy()
  })

  it('[VOTEUI10] lets the facilitator have people choose between equals, and ranks them by it', async () => {
    const tied = { closedAt: 2, cast: 4, votes: { 'theme:paging': 2, 'note:alerts': 2 } }
    const { session, board, commands } = boardAlone({ ...open, as: 'fay', result: tied })
    const { user } = show(session, <VoteView />)
    expect(screen.getByText('2 share place 1')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Vote between them' }))
    expect(commands).toEqual([
      {
        ...{ type: 'round.open', breaks: 'round', votes: 1, maxPerTarget: 1 },
        targets: ['theme:paging', 'note:alerts'],
      },
    ])

    act(() => {
      addResult(board, 'between', { openedAt: 8, cast: 2, votes: { 'note:alerts': 2 }, breaks: 'round' })
      setFlat(board, 'session', { round: 'between' })
    })
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent)
    expect(rows[0]).toContain('alerts were late')
    expect(screen.getByText(/4 cast = 4 counted/)).toBeTruthy()
    expect(screen.queryByText(/share place/)).toBeNull()
  })

  it('[VOTEUI11] opens a new vote on what is chosen, with as many votes as it needs', async () => {
    const { session, commands } = boardAlone({ ...open, as: 'fay', result: { closedAt: 2 } })
    const { user } = show(session, <RoundButtons votesLeft={null} />)
    await user.click(screen.getByRole('button', { name: 'Vote anew' }))
    await user.click(await screen.findByRole('radio', { name: /Some of it/ }))
    expect(screen.getByRole('button', { name: 'Open the vote' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('checkbox', { name: 'Paging' }))
    await user.clear(screen.getByLabelText('Votes per person'))
    await user.type(screen.getByLabelText('Votes per person'), '2')
    await user.click(screen.getByRole('button', { name: 'Open the vote' }))
    expect(commands).toEqual([{ type: 'round.open', votes: 2, maxPerTarget: 2, targets: ['theme:paging'] }])
  })

  it('[VOTE17] tells a voter which votes followed their note into its theme', async () => {
    const { session, board } = boardAlone(open)
    const { user } = show(session, <VoteView />)
    await user.click(giveTo('alerts were late'))
    await user.click(giveTo('alerts were late'))
    expect(screen.queryByText(/followed/)).toBeNull()
    act(() => void setFields(board, 'notes', 'alerts', { theme: 'paging' }))
    expect(screen.getByText('2 of your votes followed their note into “Paging”.')).toBeTruthy()
  })

  it('[PROXYUI1] gives votes of the room beside one’s own, each from its own budget', async () => {
    const { session, board } = boardAlone(open)
    act(() => setFlat(board, 'session', { roomVoters: { ana: 4 } }))
    const { user } = show(session, <VoteView />)
    expect(screen.getByText('For 4 people in the room: 12 of 12 votes left')).toBeTruthy()
    expect(screen.getAllByText('None of the room’s votes').length).toBeGreaterThan(0)
    const ofRoom = screen.getByRole('button', { name: 'Vote of the room for Paging' })
    for (let n = 0; n < 8; n++) await user.click(ofRoom)
    expect(ofRoom).toHaveProperty('disabled', true)
    expect(screen.getByText('For 4 people in the room: 4 of 12 votes left')).toBeTruthy()
    expect(screen.getByText('3 of 3 votes left')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take back a vote of the room from Paging' }))
    expect(session.view.roomBallots.get()).toEqual({ 'round/theme:paging': 7 })
  })

  it('[PROXYUI2] shows what the room gave apart, and ranks by both', () => {
    const room = { people: 4, cast: 6, votes: { 'note:alerts': 6 }, by: { ana: 4 } }
    const counted = { closedAt: 2, voters: 2, cast: 4, votes: { 'theme:paging': 4 }, room }
    show(boardAlone({ ...open, result: counted }).session, <VoteView />)
    expect(screen.getByText(/2 people voted · 4 cast = 4 counted/)).toBeTruthy()
    expect(screen.getByText('For 4 people in the room · 6 cast = 6 counted')).toBeTruthy()
    expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('alerts were late')
  })

  it('[VOTEUI6] lets observers look, not vote', () => {
    const { session } = boardAlone({ ...open, as: 'olga' })
    show(session, <VoteView />)
    expect(screen.getByText('Observers don’t vote.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Vote for/ })).toBeNull()
  })
})
