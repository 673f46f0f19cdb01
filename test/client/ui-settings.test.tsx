// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SettingsDialog } from '../../client/features/settings/SettingsDialog.tsx'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

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
