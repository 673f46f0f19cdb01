import { describe, expect, it } from 'vitest'
import { endingOf, openReception } from '../../client/session/connection/reception.ts'
import type { BoardAnswer } from '../../shared/api/boards.ts'

const answered = (value: unknown) => {
  const getBoard = async () => ({ allowed: true as const, value: value as BoardAnswer })
  return openReception({ me: 'ana', epoch: 'first', getBoard, answered: () => {} }).ask()
}

const problem = (type: string, epoch: string) => ({ type, title: 'No', status: 403, detail: 'No.', epoch })

describe('whoever asks whether their copy is welcome', () => {
  it('[DEVICE7] takes no JSON but the server’s own for its word', async () => {
    expect(await answered({ board: { id: 'b1', title: 'Failover', epoch: 'first' }, me: { id: 'ana' } })).toBe(
      'welcome',
    )
    for (const other of [{}, [], null, 'login', { me: {}, board: {} }]) expect(await answered(other)).toBe('no-answer')
  })

  it('[DEVICE6] is told that their browser is somebody else’s from being removed', () => {
    expect(endingOf(problem('not-a-member', 'first'), 'first')).toBe('no-identity')
    expect(endingOf(problem('removed', 'first'), 'first')).toBe('removed-from-board')
    expect(endingOf(problem('not-a-member', 'second'), 'first')).toBe('joined-after-backup')
  })
})
