import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { admit } from '../../server/auth/admission.ts'
import { identitySeconds, openIdentities } from '../../server/auth/identity.ts'
import { isOwnOrigin } from '../../server/auth/origin.ts'
import { openSecret } from '../../server/auth/secret.ts'
import type { Invite } from '../../server/store/port.ts'
import { aMember } from '../support/commits.ts'

describe('an identity', () => {
  const identities = openIdentities('a secret of good length', () => 1_000_000)
  const cookie = `theme=dark; hindsight=${identities.issue('ana')}; other=1`

  it('[AUTH1] is the person we named in the cookie', () => {
    expect(identities.personOf(cookie)).toBe('ana')
  })

  it('[AUTH1] is valid for a year', () => {
    const yearMs = identitySeconds * 1000
    const later = (ms: number) => openIdentities('a secret of good length', () => 1_000_000 + ms).personOf(cookie)
    expect(later(yearMs - 1)).toBe('ana')
    expect(later(yearMs)).toBeUndefined()
  })

  it.each([
    ['no cookie at all', undefined],
    ['another cookie', 'theme=dark'],
    ['no signature', 'hindsight=ana'],
    ['another person under the same signature', cookie.replace('=ana.', '=ben.')],
    ['a later end under the same signature', cookie.replace('.31537000.', '.99999999999.')],
    ['a cut signature', cookie.replace(/.; other.*$/, '')],
    ['the signature of another secret', `hindsight=${openIdentities('another secret entirely', () => 0).issue('ana')}`],
  ])('[AUTH2] is nobody for %s', (_what, cookies) => {
    expect(identities.personOf(cookies)).toBeUndefined()
  })
})

describe('the generated secret', () => {
  it('[AUTH3] is made once and readable by its owner alone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hindsight-secret-'))
    const [secret, again] = await Promise.all([openSecret(folder), openSecret(folder)])
    expect(secret).toMatch(/^[\w-]{43}$/)
    expect(again).toBe(secret)
    expect(await openSecret(folder)).toBe(secret)
    expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
    await rm(folder, { recursive: true })
  })
})

describe('an origin', () => {
  const host = 'localhost:3000'

  it('[AUTH4] may be absent', () => {
    expect(isOwnOrigin({ origin: undefined, host }, undefined)).toBe(true)
  })

  it('[AUTH4] is our own where it is the address the request was sent to', () => {
    expect(isOwnOrigin({ origin: 'http://localhost:3000', host }, undefined)).toBe(true)
    expect(isOwnOrigin({ origin: 'https://localhost:3000', host: 'LOCALHOST:3000' }, undefined)).toBe(true)
  })

  it.each(['http://localhost:3001', 'http://evil.example', 'null', '', 'http://localhost:3000.evil.example'])(
    '[AUTH4] is foreign where it is %j',
    (origin) => {
      expect(isOwnOrigin({ origin, host }, undefined)).toBe(false)
    },
  )

  it('[AUTH4] is the public address alone, where there is one', () => {
    const publicUrl = 'https://review.example.org'
    expect(isOwnOrigin({ origin: publicUrl, host }, publicUrl)).toBe(true)
    expect(isOwnOrigin({ origin: 'http://localhost:3000', host }, publicUrl)).toBe(false)
  })
})

describe('an arrival', () => {
  const invites: readonly Invite[] = [
    { role: 'facilitator', secret: 'lead', since: 1000 },
    { role: 'participant', secret: 'take part', since: 1000 },
    { role: 'observer', secret: 'watch', since: 3000 },
  ]
  const ana = aMember('ana', { role: 'participant', name: 'Ana' })
  const ben = aMember('ben', { role: 'facilitator', name: 'Ben', left: 2000 })
  const board = { members: new Map([ana, ben].map((member) => [member.id, member])), invites }
  const arrive = (person: string, secret: string, name?: string, mostPeople = 10) =>
    admit({ person, secret, name, at: 5000 }, { ...board, mostPeople })

  it('[PRESSURE12] finds no room where as many people have been on the board as may be, unless they are one of them', () => {
    expect(arrive('olga', 'watch', 'Olga', 2)).toEqual({ allowed: false, reason: 'too-many-people' })
    expect(arrive('ana', 'take part', 'Ana', 2)).toMatchObject({ allowed: true })
    expect(arrive('olga', 'watch', 'Olga', 3)).toMatchObject({ allowed: true })
  })

  it('[AUTH5] becomes a member with the role of the invite', () => {
    expect(arrive('olga', 'watch', ' Olga\u202e ')).toEqual({
      allowed: true,
      value: { id: 'olga', name: 'Olga', color: 'green', role: 'observer', joinedAt: 5000, counts: true },
    })
  })

  it('[AUTH5] stays the same member when they come again, under the name they give', () => {
    expect(arrive('ana', 'take part', 'Ana B')).toEqual({ allowed: true, value: { ...ana, name: 'Ana B' } })
    expect(arrive('ana', 'take part')).toEqual({ allowed: true, value: ana })
  })

  it('[AUTH6] is raised by a stronger invite, and never lowered by a weaker one', () => {
    expect(arrive('ana', 'lead')).toMatchObject({ value: { role: 'facilitator' } })
    expect(arrive('ana', 'watch')).toMatchObject({ value: { role: 'participant' } })
  })

  it('[AUTH7] is refused with a wrong invite', () => {
    expect(arrive('olga', 'Watch', 'Olga')).toEqual({ allowed: false, reason: 'invite-expired' })
  })

  it('[AUTH7] is refused without a name that can be seen', () => {
    expect(arrive('olga', 'watch')).toEqual({ allowed: false, reason: 'name-missing' })
    expect(arrive('olga', 'watch', '\u200b')).toEqual({ allowed: false, reason: 'name-missing' })
  })

  it('[AUTH8] that was removed needs an invite issued after that, and gets its role', () => {
    expect(arrive('ben', 'lead')).toEqual({ allowed: false, reason: 'removed' })
    expect(arrive('ben', 'watch')).toEqual({
      allowed: true,
      value: { id: 'ben', name: 'Ben', color: 'blue', role: 'observer', joinedAt: 1000, counts: true },
    })
  })
})
