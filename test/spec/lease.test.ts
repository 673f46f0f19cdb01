import { describe, expect, it } from 'vitest'
import {
  handOver,
  type Lease,
  leaseOf,
  leaseStep,
  nameDeputy,
  standIns,
  withHandOver,
} from '../../shared/review/lease.ts'
import type { Role } from '../../shared/review/people.ts'

const member = (id: string, role: Role, joinedAt = 0) => ({ id, role, joinedAt })
const lease: Lease = { lead: 'fay', deputy: 'ana', afterSeconds: 60 }
const acting: Lease = { ...lease, acting: { since: 9, role: 'participant' } }
const at = (goneAt: number | null, ...here: string[]) => ({ here: new Set(here), goneAt, now: 100_000 })

describe('a lease', () => {
  it('[LEASE1] goes to the deputy once the lead has been gone for the set time, and the deputy is here', () => {
    expect(leaseStep(lease, at(40_000, 'ana'))).toEqual({ do: 'take-over' })
    expect(leaseStep(lease, at(70_000, 'ana'))).toEqual({ do: 'wait', ms: 30_000 })
    expect(leaseStep(lease, at(40_000, 'ben'))).toEqual({ do: 'nothing' })
    expect(leaseStep({ ...lease, deputy: null }, at(40_000, 'ana'))).toEqual({ do: 'nothing' })
    expect(leaseStep(lease, at(null, 'ana', 'fay'))).toEqual({ do: 'nothing' })
  })

  it('[LEASE6] says who could lead if somebody drops out: facilitators, and the deputy', () => {
    const fay = member('fay', 'facilitator')
    const [ana, ben] = [member('ana', 'participant'), member('ben', 'participant')]
    const cleo = member('cleo', 'facilitator')
    expect(standIns(lease, [fay, ana, ben], 'fay')).toEqual([ana])
    expect(standIns(lease, [fay, ana, ben, cleo, { ...member('dan', 'facilitator'), left: 5 }], 'fay')).toEqual([
      ana,
      cleo,
    ])
    expect(standIns({ ...lease, deputy: null }, [fay, ana, ben], 'fay')).toEqual([])
  })

  it('[LEASE2] goes back as soon as the lead is here, and not before', () => {
    expect(leaseStep(acting, at(null, 'ana', 'fay'))).toEqual({ do: 'give-back' })
    expect(leaseStep(acting, at(40_000, 'ana'))).toEqual({ do: 'nothing' })
  })

  it('[LEASE3] is handed over to anybody on the board, who is nobody’s deputy then', () => {
    expect(handOver(acting, member('ben', 'participant'))).toEqual({
      allowed: true,
      value: { lead: 'ben', deputy: 'ana', afterSeconds: 60 },
    })
    expect(handOver(lease, member('ana', 'participant'))).toMatchObject({ allowed: true, value: { deputy: null } })
    expect(handOver(lease, undefined)).toEqual({ allowed: false, reason: 'no-such-person' })
    expect(handOver(lease, { ...member('ben', 'participant'), left: 5 })).toMatchObject({ reason: 'no-such-person' })
  })

  it('[LEASE4] has a deputy who is not the lead, and takes part', () => {
    expect(nameDeputy(acting, member('ben', 'participant'), 30)).toEqual({
      allowed: true,
      value: { lead: 'fay', deputy: 'ben', afterSeconds: 30 },
    })
    expect(nameDeputy(lease, null, undefined)).toMatchObject({ allowed: true, value: { deputy: null } })
    expect(nameDeputy(lease, member('fay', 'facilitator'), 30)).toMatchObject({ reason: 'deputy-is-lead' })
    expect(nameDeputy(lease, member('olga', 'observer'), 30)).toMatchObject({ reason: 'observer-cannot-lead' })
    expect(nameDeputy(lease, undefined, 30)).toMatchObject({ reason: 'no-such-person' })
  })

  it('[LEASE4] of a board where nobody spoke of it is its first facilitator’s, without a deputy', () => {
    const people = [member('ben', 'facilitator', 2), member('fay', 'facilitator', 1), member('ana', 'participant')]
    expect(leaseOf(undefined, people)).toEqual({ lead: 'fay', deputy: null, afterSeconds: 60 })
    expect(leaseOf(undefined, [member('ana', 'participant')])).toBeNull()
    expect(leaseOf(acting, people)).toBe(acting)
  })

  it('[LEASE5] is on record, the newest two hundred changes', () => {
    const hand = (n: number) => ({ at: n, what: 'handed-over' as const, from: 'fay', to: 'ana' })
    const all = Array.from({ length: 205 }, (_, n) => n).reduce<ReturnType<typeof withHandOver>>(
      (hands, n) => withHandOver(hands, hand(n)),
      [],
    )
    expect([all.length, all[0]?.at, all.at(-1)?.at]).toEqual([200, 5, 204])
  })
})
