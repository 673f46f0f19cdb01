// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { JumpDialog } from '../../client/features/agenda/JumpDialog.tsx'
import { NextStep } from '../../client/features/agenda/NextStep.tsx'
import { setFlat } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

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
