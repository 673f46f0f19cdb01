import { readFlat } from '../../shared/document/read.ts'
import { setFlat } from '../../shared/document/write.ts'
import {
  defaultAfterSeconds,
  type HandOver,
  handOver,
  type Lease,
  leaseOf,
  leaseStep,
  nameDeputy,
  withHandOver,
} from '../../shared/review/lease.ts'
import type { Role } from '../../shared/review/people.ts'
import { allow } from '../../shared/review/result.ts'
import type { BoardWriter, LiveBoard } from '../rooms/live-board.ts'
import type { Member } from '../store/port.ts'
import type { FacilitationDeps } from './deps.ts'
import type { Answer, Order, Turn } from './order.ts'

/** Somebody else leads from now on; who led before goes on as co-facilitator. */
export function setLead({ live, writer, deps, by }: Order, person: string): Answer {
  const before = leaseNow(live, writer)
  const member = live.members.get(person)
  const next = handOver(before ?? fresh(by), member)
  if (!next.allowed) return next
  if (before?.lead === person && before.acting === undefined) return allow(true)
  if (before !== null) dismissActing({ live, writer, deps }, before, person)
  if (member !== undefined) writer.setMember({ ...member, role: 'facilitator' })
  setFlat(writer.board, 'session', { lease: next.value })
  record(writer, { at: deps.now(), what: 'handed-over', from: before?.lead ?? null, to: person })
  return allow(true)
}

/** Who takes over while the lead is gone; null: nobody. */
export function setDeputy({ live, writer, deps, by }: Order, person: string | null, afterSeconds?: number): Answer {
  const before = leaseNow(live, writer) ?? fresh(by)
  const next = nameDeputy(before, person === null ? null : live.members.get(person), afterSeconds)
  if (!next.allowed) return next
  dismissActing({ live, writer, deps }, before, null)
  setFlat(writer.board, 'session', { lease: next.value })
  return allow(true)
}

/** A role that was given: who leads too, and who does no more, is on record; a deputy who was given it keeps it. */
export function recordRole({ live, writer, deps, by }: Order, person: string, before: Role, role: Role): void {
  const lease = leaseNow(live, writer)
  if (lease?.acting !== undefined && lease.deputy === person) {
    const { acting: _acting, ...rest } = lease
    setFlat(writer.board, 'session', { lease: rest })
  }
  if (before === role) return
  if (role === 'facilitator') record(writer, { at: deps.now(), what: 'leads-too', from: by.id, to: person })
  else if (before === 'facilitator') record(writer, { at: deps.now(), what: 'leads-no-more', from: person, to: null })
}

/** Somebody who came by a link that makes them lead, too. */
export function recordArrival(writer: BoardWriter, before: Member | undefined, now: Member, at: number): void {
  if (now.role !== 'facilitator' || before?.role === 'facilitator') return
  record(writer, { at, what: 'leads-too', from: null, to: now.id })
}

/** Whether somebody takes over where the lead is gone, or has done so. */
export function hasDeputy({ doc, members }: LiveBoard): boolean {
  const lease = leaseOf(readFlat(doc, 'session').lease, members.values())
  return lease !== null && (lease.deputy !== null || lease.acting !== undefined)
}

/** Since when the lead of a board in memory has not been seen, epoch milliseconds. */
const goneSince = new WeakMap<LiveBoard, number>()

/**
 * Follows who is here: the deputy takes over from a lead who is gone, and gives back.
 *
 * @returns in how many milliseconds to ask again; null: once somebody comes or goes.
 */
export function followLead(
  live: LiveBoard,
  writer: BoardWriter,
  here: ReadonlySet<string>,
  deps: FacilitationDeps,
): number | null {
  const lease = leaseNow(live, writer)
  if (lease === null) return null
  const now = deps.now()
  const lead = live.members.get(lease.lead)
  const isHere = here.has(lease.lead) && lead?.role === 'facilitator' && lead.left === undefined
  if (isHere) goneSince.delete(live)
  else if (!goneSince.has(live)) goneSince.set(live, now)
  const step = leaseStep(lease, { here, goneAt: goneSince.get(live) ?? null, now })
  if (step.do === 'take-over') takeOver({ live, writer, deps }, lease)
  if (step.do === 'give-back') giveBack({ live, writer, deps }, lease)
  return step.do === 'wait' ? step.ms : null
}

function takeOver({ live, writer, deps }: Turn, lease: Lease): void {
  const deputy = live.members.get(lease.deputy ?? '')
  if (deputy === undefined || deputy.left !== undefined || deputy.role === 'observer') return
  writer.setMember({ ...deputy, role: 'facilitator' })
  setFlat(writer.board, 'session', { lease: { ...lease, acting: { since: deps.now(), role: deputy.role } } })
  record(writer, { at: deps.now(), what: 'took-over', from: lease.lead, to: deputy.id })
}

function giveBack(turn: Turn, lease: Lease): void {
  const { writer, deps } = turn
  const { acting: _acting, ...rest } = lease
  dismissActing(turn, lease, null)
  setFlat(writer.board, 'session', { lease: rest })
  record(writer, { at: deps.now(), what: 'gave-back', from: lease.deputy, to: lease.lead })
}

/** Gives who stood in the role back that they had before, unless they lead from now on or somebody has made them else. */
function dismissActing({ live, writer }: Turn, { acting, deputy }: Lease, leadsNow: string | null): void {
  const member = live.members.get(deputy ?? '')
  if (acting === undefined || member === undefined || member.id === leadsNow) return
  if (member.role === 'facilitator' && member.left === undefined) writer.setMember({ ...member, role: acting.role })
}

function leaseNow(live: LiveBoard, writer: BoardWriter): Lease | null {
  return leaseOf(readFlat(writer.board, 'session').lease, live.members.values())
}

function fresh(by: Member): Lease {
  return { lead: by.id, deputy: null, afterSeconds: defaultAfterSeconds }
}

function record(writer: BoardWriter, next: HandOver): void {
  setFlat(writer.board, 'session', { hands: withHandOver(readFlat(writer.board, 'session').hands, next) })
}
