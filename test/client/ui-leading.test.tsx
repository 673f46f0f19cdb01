// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { BoardTitle } from '../../client/app/BoardTitle.tsx'
import { AgendaDialog } from '../../client/features/agenda/AgendaDialog.tsx'
import { JumpDialog } from '../../client/features/agenda/JumpDialog.tsx'
import { moveCounts } from '../../client/features/agenda/move-counts.ts'
import { NextStep } from '../../client/features/agenda/NextStep.tsx'
import { phaseMessage } from '../../client/features/agenda/phase-message.ts'
import { paceWords } from '../../client/features/dock/Pace.tsx'
import { attendance, attendanceText, howManyDone, votesLeft } from '../../client/features/people/standing.ts'
import { SettingsDialog } from '../../client/features/settings/SettingsDialog.tsx'
import { invitationText } from '../../client/features/share/invitation-text.ts'
import { volumeHere } from '../../client/features/timer/sound.ts'
import { TimerSound } from '../../client/features/timer/TimerSound.tsx'
import { spokenTimer, timerLook, timerMoment } from '../../client/features/timer/timer-look.ts'
import type { PersonPresence } from '../../client/session/presence.ts'
import { setFlat } from '../../shared/document/write.ts'
import type { Progress } from '../../shared/review/progress.ts'
import type { AgendaItem, PhaseKind } from '../../shared/review/session.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const person = (id: string, role: 'facilitator' | 'participant' | 'observer') => ({
  ...{ id, name: id, color: 'blue', role, joinedAt: 0, counts: role !== 'observer' },
})
const agendaItem = (kind: PhaseKind, change: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{ id: kind, kind, title: kind, minutes: 5 },
  ...change,
})
const people = [person('fay', 'facilitator'), person('ana', 'participant'), person('olga', 'observer')]
const shown = (of: string, patch: Partial<PersonPresence> = {}): [string, PersonPresence] => [
  of,
  { person: of, at: null, editing: null, dragging: null, hand: null, away: false, ...patch },
]
const server = (progress: Progress) => ({ server: true, progress, here: [] }) as const

describe('the next step', () => {
  it('[UI10] is one click, and says from which phase it was meant', async () => {
    const { board, session, commands } = boardAlone({ phase: 'act', as: 'fay' })
    act(() =>
      setFlat(board, 'session', {
        agenda: [
          { id: 'act', kind: 'act', title: 'Plan actions', minutes: 11 },
          { id: 'close', kind: 'close', title: 'Wrap up', minutes: 4 },
        ],
      }),
    )
    const { user } = show(session, <NextStep onFinish={() => {}} />)
    await user.click(screen.getByRole('button', { name: 'Next: Wrap up' }))
    expect(commands).toEqual([{ type: 'phase.go', phase: 'close', from: 'act', timer: true }])
    await user.click(await screen.findByRole('button', { name: 'Take back' }))
    expect(commands.at(-1)).toEqual({ type: 'phase.undo', from: 'close' })
  })

  it('[TAKEBACK4] can be taken back by every facilitator, whoever took it or if it came by itself', async () => {
    const { board, session, commands } = boardAlone({ phase: 'act', as: 'fay' })
    const { user } = show(session, <NextStep onFinish={() => {}} />)
    const move = { at: 1000, from: 'before', to: 'act', timer: null, spotlight: null, round: null, counted: [] }
    act(() => setFlat(board, 'session', { lastMove: { ...move, byItself: true } }))
    expect(await screen.findByText('By itself: act')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take back' }))
    expect(commands).toEqual([{ type: 'phase.undo', from: 'act' }])
  })

  it('[TAKEBACK5] is not to be taken back any more once somebody did it', async () => {
    const { board, session } = boardAlone({ phase: 'act', as: 'fay' })
    show(session, <NextStep onFinish={() => {}} />)
    const move = { at: 1000, from: 'before', to: 'act', timer: null, spotlight: null, round: null, counted: [] }
    act(() => setFlat(board, 'session', { lastMove: { ...move, byItself: false } }))
    expect(await screen.findByText('Now: act')).toBeTruthy()
    act(() => setFlat(board, 'session', { lastMove: undefined }))
    await waitFor(() => expect(screen.queryByText('Now: act')).toBeNull(), { timeout: 4000 }) // it would go by itself after ten
  })

  it('[PHASE7] names who is not done where the board tells, and what stays on the way back', async () => {
    const { board, session, shows } = boardAlone({ phase: 'act', as: 'fay' })
    act(() =>
      setFlat(board, 'session', {
        agenda: [
          { id: 'discuss', kind: 'discuss', title: 'Discuss', minutes: 11 },
          { id: 'act', kind: 'act', title: 'Plan actions', minutes: 11 },
        ],
      }),
    )
    shows('ben', { editing: 'field:summary' })
    show(session, <JumpDialog phase="discuss" onClose={() => {}} />)
    expect(await screen.findByText('Not done yet: ben.')).toBeTruthy()
    expect(screen.getByText('Every note, theme and vote stays, and votes follow their notes.')).toBeTruthy()
  })

  it('[UI10] is finishing the review in the last phase', async () => {
    const { session } = boardAlone({ phase: 'close', as: 'fay' })
    const asked: string[] = []
    const { user } = show(session, <NextStep onFinish={() => void asked.push('finish')} />)
    await user.click(screen.getByRole('button', { name: 'Finish review' }))
    expect(asked).toEqual(['finish'])
  })
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

describe('a settings dialog', () => {
  it('[UI11] sends what was changed alone', async () => {
    const { session, commands } = boardAlone({ as: 'fay' })
    const { user } = show(session, <SettingsDialog onClose={() => {}} />)
    await user.click(await screen.findByRole('radio', { name: /Anyone/ }))
    await user.click(screen.getByRole('button', { name: 'Save the settings' }))
    expect(commands).toEqual([{ type: 'settings.set', editing: 'anyone' }])
  })

  it('[UI11] shows why a setting stays as it is, and keeps what was chosen', async () => {
    const { session } = boardAlone({ as: 'fay' })
    const detail = 'Notes were written under names already, so they stay named.'
    const refusing = {
      ...session,
      command: async () => ({
        allowed: false as const,
        reason: { type: 'about:blank', title: 'Conflict', status: 409, detail },
      }),
    }
    const { user } = show(refusing, <SettingsDialog onClose={() => {}} />)
    await user.click(await screen.findByRole('radio', { name: /Anonymous/ }))
    await user.click(screen.getByRole('button', { name: 'Save the settings' }))
    expect((await screen.findByRole('alert')).textContent).toContain(detail)
    expect(screen.getByRole('radio', { name: /Anonymous/ })).toHaveProperty('checked', true)
  })
})

describe('a timer', () => {
  it('[UI12] is calm until the last minute and counts on after the end', () => {
    const running = (remainingMs: number) => ({ state: 'running', endsAt: 0, remainingMs }) as const
    expect(timerLook(running(61_000), 122_000)).toEqual({ mood: 'calm', left: 0.5 })
    expect(timerLook(running(60_000), 120_000).mood).toBe('last-minute')
    expect(timerLook(running(-1000), 120_000)).toEqual({ mood: 'over', left: 0 })
  })

  it('[UI12] is read out in words', () => {
    expect(spokenTimer({ state: 'running', endsAt: 0, remainingMs: 61_000 })).toBe('1 minute and 1 second left')
    expect(spokenTimer({ state: 'paused', remainingMs: -120_000 })).toBe('2 minutes over, paused')
  })
})

describe('the sound of a timer', () => {
  it('[UI17] comes once with the last minute and once with the end, however seldom somebody looks', () => {
    expect(timerMoment(60_001, 60_000)).toBe('last-minute')
    expect(timerMoment(60_000, 59_750)).toBeNull()
    expect(timerMoment(250, 0)).toBe('time-up')
    expect(timerMoment(90_000, -5000)).toBe('time-up')
    expect(timerMoment(-1, -250)).toBeNull()
  })

  it('[UI17] is as loud as this device was told, and muted with one press', async () => {
    const { session } = boardAlone({ as: 'ana' })
    const { user, unmount } = show(session, <TimerSound />)
    const volume = () => screen.getByRole('slider', { name: 'Volume of the timer on this device' })
    fireEvent.change(volume(), { target: { value: '70' } })
    await user.click(screen.getByRole('button', { name: 'Mute the timer on this device' }))
    expect([volumeHere(), volume()]).toMatchObject([0, { value: '0' }])
    unmount()
    show(session, <TimerSound />)
    expect(volume()).toHaveProperty('value', '0')
    await user.click(screen.getByRole('button', { name: 'Let the timer sound on this device' }))
    expect(volumeHere()).toBe(40)
  })
})

describe('the name of the page', () => {
  it('[UI18] counts down with the timer', () => {
    const { session, board } = boardAlone()
    show(session, <BoardTitle />)
    expect(document.title).toBe('Failover · Hindsight')
    act(() => setFlat(board, 'session', { timer: { startedAt: 1000, seconds: 299 } }))
    expect(document.title).toBe('04:59 · Failover · Hindsight')
  })
})

describe('the people of a board', () => {
  it('[UI13] stand with raised hands first, whoever is not here last, and observers apart', () => {
    const here = new Map([shown('ana', { hand: 5 }), shown('olga')])
    const everybody = attendance(people, here, undefined)
    expect(everybody.taking.map(({ person, standing }) => [person.id, standing])).toEqual([
      ['ana', 'hand'],
      ['fay', 'absent'],
    ])
    expect(everybody.observing.map(({ person }) => person.id)).toEqual(['olga'])
    expect(everybody.here).toBe(1)
  })

  it('[UI13] raised hands in their order, each with its turn', () => {
    const hands = new Map([shown('fay', { hand: 1 }), shown('ana', { hand: 5 })])
    const { taking } = attendance(people, hands, {
      ...server({ attribution: 'named', people: {} }),
      hands: ['ana', 'fay'],
    })
    expect(taking.map(({ person, turn }) => [person.id, turn])).toEqual([
      ['ana', 1],
      ['fay', 2],
    ])
    expect(taking.map(attendanceText)).toEqual(['hand up', 'hand up, number 2'])
  })

  it('[UI13] are waited for by name where names are shown', () => {
    const progress = server({
      attribution: 'named',
      people: { fay: { drafts: 0, votesLeft: 0, ready: true }, ana: { drafts: 2, votesLeft: 3, ready: false } },
    })
    expect(howManyDone(people, progress)).toEqual({ done: 1, of: 2, waitingFor: ['ana'] })
    expect(votesLeft(people, progress)).toEqual({ votes: 3, by: [{ name: 'ana', votes: 3 }] })
  })

  it('[PROXYUI5] are waited for with what they have to give for people in the room', () => {
    const ana = { drafts: 0, votesLeft: 1, roomVotesLeft: 12, ready: false }
    const progress = server({ attribution: 'named', people: { fay: { drafts: 0, votesLeft: 0, ready: true }, ana } })
    expect(votesLeft(people, progress)).toEqual({
      votes: 13,
      by: [
        { name: 'ana', votes: 1 },
        { name: 'ana, for the room', votes: 12 },
      ],
    })
    expect(moveCounts(new Map(), progress, 'fay').votesLeft).toBe(13)
  })

  it('[UI13] are a number on an anonymous board', () => {
    const progress = server({ attribution: 'anonymous', drafts: 2, writers: 1, ready: 1, votesLeft: 3, people: 2 })
    expect(howManyDone(people, progress)).toEqual({ done: 1, of: 2, waitingFor: null })
    expect(votesLeft(people, progress)).toEqual({ votes: 3, by: null })
  })
})

describe('the pace of a session', () => {
  it('[UI15] is said in minutes', () => {
    expect([paceWords(0), paceWords(3), paceWords(-4)]).toEqual(['on time', '3 min behind', '4 min ahead'])
  })
})

describe('an invitation', () => {
  it('[UI16] says when, where, what, and that nobody is to blame', () => {
    const text = invitationText({
      title: 'Failover',
      when: 'Thursday, 12 March, 14:00 CET',
      agenda: [{ title: 'Reflect', minutes: 9 }],
      link: 'https://review.example.org/b/board#secret',
    })
    expect(text).toContain('When: Thursday, 12 March, 14:00 CET')
    expect(text).toContain('Join: https://review.example.org/b/board#secret')
    expect(text).toContain('- Reflect, 9 min')
    expect(text).toContain('blameless')
  })
})
