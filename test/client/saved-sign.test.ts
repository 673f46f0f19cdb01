import { describe, expect, it } from 'vitest'
import { signOf } from '../../client/features/saved/SavedSign.tsx'

describe('the sign of safety', () => {
  it('[UI14] says Saved only when it is, and otherwise how much waits', () => {
    const words = (saved: Parameters<typeof signOf>[0]) => signOf(saved).words
    expect(words({ state: 'saved', keepsCopy: true })).toBe('Saved')
    expect(words({ state: 'saving', keepsCopy: true })).toBe('Saving')
    expect(words({ state: 'offline', waiting: 3, keepsCopy: true })).toBe('Offline, 3 changes waiting')
    expect(words({ state: 'unreachable', waiting: 0, keepsCopy: true })).toBe('Can’t reach the board')
  })

  it('[UI14] [NODES10] says that others come late, of what is saved alone', () => {
    expect(signOf({ state: 'saved', keepsCopy: true }, true).words).toBe('Saved, others come late')
    expect(signOf({ state: 'offline', waiting: 0, keepsCopy: true }, true).words).toBe('Offline')
  })

  it('[UI14] warns where a reload would lose what waits', () => {
    expect(signOf({ state: 'offline', waiting: 1, keepsCopy: false }).more).toContain('don’t close this page')
  })
})
