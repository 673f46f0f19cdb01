import { describe, expect, it } from 'vitest'
import { invitationText } from '../../client/features/share/invitation-text.ts'

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
