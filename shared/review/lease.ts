import type { Person, Role } from './people.ts'
import { allow, type Result, refuse } from './result.ts'

/** Who leads, and who takes over while they are gone. */
export interface Lease {
  /** Person ids. */
  readonly lead: string
  readonly deputy: string | null
  /** For how long the lead may be gone before the deputy takes over. */
  readonly afterSeconds: number
  /** Set while the deputy leads for the lead: since when (epoch milliseconds), and the role they had before. */
  readonly acting?: { readonly since: number; readonly role: Role } | undefined
}

/** A change of hands, written down for everyone. */
export interface HandOver {
  /** Epoch milliseconds. */
  readonly at: number
  readonly what: 'handed-over' | 'took-over' | 'gave-back' | 'leads-too' | 'leads-no-more'
  /** Person ids; null where there is nobody on that side. */
  readonly from: string | null
  readonly to: string | null
}

export const defaultAfterSeconds = 60

/** The least and the most a lead may be gone before the deputy takes over, in seconds. */
export const afterSecondsLimits = [10, 3600] as const

/** So many changes of hands are kept, the newest. */
const mostHandOvers = 200

type Member = Pick<Person, 'id' | 'role' | 'joinedAt' | 'left'>

/** The lease of a board; one where nobody has spoken of it is led by its first facilitator, without a deputy. */
export function leaseOf(lease: Lease | undefined, people: Iterable<Member>): Lease | null {
  if (lease !== undefined) return lease
  const leading = [...people].filter(({ role, left }) => role === 'facilitator' && left === undefined)
  const first = leading.sort((a, b) => a.joinedAt - b.joinedAt)[0]
  return first === undefined ? null : { lead: first.id, deputy: null, afterSeconds: defaultAfterSeconds }
}

/** The others who can lead if this person drops out: whoever facilitates, and the deputy. [LEASE6] */
export function standIns<P extends Member>(lease: Lease | null, people: readonly P[], me: string): readonly P[] {
  return people.filter(
    ({ id, role, left }) => left === undefined && id !== me && (role === 'facilitator' || lease?.deputy === id),
  )
}

export type LeaseRefusal = 'no-such-person' | 'deputy-is-lead' | 'observer-cannot-lead'

/** The lease once somebody else leads; who stood in for them, or was handed the lead before, does no more. */
export function handOver(lease: Lease, to: Member | undefined): Result<Lease, LeaseRefusal> {
  if (to === undefined || to.left !== undefined) return refuse('no-such-person')
  const { acting: _acting, ...rest } = lease
  return allow({ ...rest, lead: to.id, deputy: lease.deputy === to.id ? null : lease.deputy })
}

export function nameDeputy(
  lease: Lease,
  deputy: Member | null | undefined,
  afterSeconds: number | undefined,
): Result<Lease, LeaseRefusal> {
  if (deputy === undefined || (deputy !== null && deputy.left !== undefined)) return refuse('no-such-person')
  if (deputy?.id === lease.lead) return refuse('deputy-is-lead')
  if (deputy?.role === 'observer') return refuse('observer-cannot-lead')
  const { acting: _acting, ...rest } = lease
  return allow({ ...rest, deputy: deputy?.id ?? null, afterSeconds: afterSeconds ?? lease.afterSeconds })
}

/** What is to happen with a lease now, or in how many milliseconds to look again; null: nothing is awaited. */
export type LeaseStep =
  | { readonly do: 'take-over' | 'give-back' }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'nothing' }

/**
 * Whether the deputy takes over or gives back.
 *
 * `goneAt`: since when the lead has not been here, epoch milliseconds; null while they are.
 *
 * @remarks
 * A deputy who is not here either takes over once they are: a session with nobody in it needs no lead. [LEASE1] [LEASE2]
 */
export function leaseStep(
  lease: Lease,
  { here, goneAt, now }: { readonly here: ReadonlySet<string>; readonly goneAt: number | null; readonly now: number },
): LeaseStep {
  const { deputy, acting, afterSeconds } = lease
  if (acting !== undefined) return { do: goneAt === null ? 'give-back' : 'nothing' }
  if (deputy === null || goneAt === null || !here.has(deputy)) return { do: 'nothing' }
  const ms = goneAt + afterSeconds * 1000 - now
  return ms <= 0 ? { do: 'take-over' } : { do: 'wait', ms }
}

export function withHandOver(hands: readonly HandOver[] | undefined, next: HandOver): readonly HandOver[] {
  return [...(hands ?? []), next].slice(-mostHandOvers)
}
