// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { AgendaDialog } from '../../client/features/agenda/AgendaDialog.tsx'
import { phaseMessage } from '../../client/features/agenda/phase-message.ts'
import { setFlat } from '../../shared/document/write.ts'
import type { AgendaItem, PhaseKind } from '../../shared/review/session.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const agendaItem = (kind: PhaseKind, change: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{ id: kind, kind, title: kind, minutes: 5 },
  ...change,
})

describe('the agenda', () => {
  it('[UI19] is given an end date in my time, and who ends a phase', async () => {
    const { board, session, commands } = boardAlone({ phase: 'reflect', as: 'fay' })
    act(() => setFlat(board, 'session', { agenda: [agendaItem('reflect'), agendaItem('discuss')] }))
    const { user } = show(session, <AgendaDialog newId={() => 'new'} onClose={() => {}} />)
    await user.click(await screen.findByRole('button', { name: 'How reflect ends' }))
    fireEvent.change(screen.getByLabelText('End of reflect, in my time'), { target: { value: '2030-03-12T17:00' } })
    await user.selectOptions(screen.getByLabelText('Who ends reflect'), 'Moves on when time is up')
    await user.click(screen.getByRole('button', { name: 'Save the agenda' }))
    const endsAt = new Date('2030-03-12T17:00').getTime()
    expect(commands).toMatchObject([{ agenda: [{ id: 'reflect', auto: true, endsAt }, { id: 'discuss' }] }])
  })

  it('[UI19] points out ends that are out of order', async () => {
    const { board, session } = boardAlone({ phase: 'reflect', as: 'fay' })
    const endsAt = Date.UTC(2030, 2, 12)
    const agenda = [agendaItem('reflect', { endsAt }), agendaItem('discuss', { endsAt: endsAt - 1 })]
    act(() => setFlat(board, 'session', { agenda }))
    show(session, <AgendaDialog newId={() => 'new'} onClose={() => {}} />)
    expect(await screen.findAllByText('This end is not after the end of a phase before it.')).toHaveLength(1)
  })

  it('[UI19] has a copy of a phase after it, with an end of its own to be set', async () => {
    const { board, session, commands } = boardAlone({ phase: 'reflect', as: 'fay' })
    const agenda = [agendaItem('reflect', { endsAt: Date.UTC(2030, 2, 12) }), agendaItem('discuss')]
    act(() => setFlat(board, 'session', { agenda }))
    const { user } = show(session, <AgendaDialog newId={() => 'new'} onClose={() => {}} />)
    await user.click(await screen.findByRole('button', { name: 'Duplicate reflect' }))
    await user.click(screen.getByRole('button', { name: 'Save the agenda' }))
    const copy = { id: 'new', kind: 'reflect', title: 'reflect', minutes: 5 }
    expect(commands).toEqual([{ type: 'agenda.set', agenda: [agenda[0], copy, agenda[1]] }])
  })

  it('[AGENDA7] takes in what another facilitator saves while it is open', async () => {
    const { board, session, commands } = boardAlone({ phase: 'reflect', as: 'fay' })
    act(() => setFlat(board, 'session', { agenda: [agendaItem('reflect'), agendaItem('discuss')] }))
    const { user } = show(session, <AgendaDialog newId={() => 'new'} onClose={() => {}} />)
    const minutes = await screen.findByLabelText('Minutes for reflect')
    await user.clear(minutes)
    await user.type(minutes, '12')
    act(() => setFlat(board, 'session', { agenda: [agendaItem('reflect'), agendaItem('discuss', { title: 'Talk' })] }))
    expect(screen.getByLabelText('Title of Discuss')).toHaveProperty('value', 'Talk')
    await user.click(screen.getByRole('button', { name: 'Save the agenda' }))
    const agenda = [agendaItem('reflect', { minutes: 12 }), agendaItem('discuss', { title: 'Talk' })]
    expect(commands).toEqual([{ type: 'agenda.set', agenda }])
  })

  it('[UI25] keeps the keyboard with a phase that is moved to the end, and where one was removed', async () => {
    const { board, session } = boardAlone({ phase: 'reflect', as: 'fay' })
    act(() => setFlat(board, 'session', { agenda: [agendaItem('reflect'), agendaItem('discuss'), agendaItem('vote')] }))
    const { user } = show(session, <AgendaDialog newId={() => 'new'} onClose={() => {}} />)
    const keyboard = () => document.activeElement?.getAttribute('aria-label')
    await waitFor(() => expect(keyboard()).toBe('Title of Reflect'))
    act(() => screen.getByRole('button', { name: 'Move discuss down' }).focus())
    await user.keyboard('{Enter}')
    expect(keyboard()).toBe('How discuss ends')
    expect(await screen.findByText('discuss: place 3 of 3')).toBeTruthy()
    act(() => screen.getByRole('button', { name: 'Remove vote' }).focus())
    await user.keyboard('{Enter}')
    expect(keyboard()).toBe('Remove discuss')
    expect(await screen.findByText('Removed vote')).toBeTruthy()
  })

  it('[UI20] puts what a phase asks, until when and where into a message', () => {
    const item = agendaItem('reflect', { title: 'Reflect', endsAt: Date.UTC(2030, 2, 12, 17) })
    expect(phaseMessage('Failover', item, 'https://reviews.example/b/1#x', 'Europe/Berlin')).toBe(
      'Failover: Reflect. Write what you noticed. Only you can see your notes until they are revealed together. ' +
        'Open until Tuesday, 12 March 2030, 17:00 UTC · 18:00 CET.\nhttps://reviews.example/b/1#x',
    )
  })
})
