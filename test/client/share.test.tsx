// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ShareDialog } from '../../client/features/share/ShareDialog.tsx'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()
afterEach(() => vi.unstubAllGlobals())

describe('sharing', () => {
  it('[UI27] asks for the links again once the line is back', async () => {
    const invites = { facilitator: 'f1', participant: 'p1', observer: 'o1' }
    const answer = { board: { id: 'board', title: 'Failover' }, me: { id: 'fay' }, invites }
    const line = vi.fn<() => Promise<Response>>().mockRejectedValueOnce(new TypeError('Failed to fetch'))
    line.mockResolvedValue(Response.json(answer))
    vi.stubGlobal('fetch', line)
    const { session } = boardAlone({ as: 'fay' })
    const { user } = show(session, <ShareDialog origin="https://hindsight.example" onClose={() => {}} />)
    expect((await screen.findByRole('alert')).textContent).toContain('The links could not be fetched')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByLabelText('For participants')).toHaveProperty(
      'value',
      'https://hindsight.example/b/board#p1',
    )
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
