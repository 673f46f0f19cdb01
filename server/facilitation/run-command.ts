import type { Command } from '../../shared/api/commands.ts'
import { readEntry, readFlat } from '../../shared/document/read.ts'
import { setFlat } from '../../shared/document/write.ts'
import { cleanTitle } from '../../shared/review/names.ts'
import { allow, refuse } from '../../shared/review/result.ts'
import type { Target } from '../../shared/review/session.ts'
import { parseTarget } from '../../shared/review/target.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import { carryAllOver } from './carry-over.ts'
import type { FacilitationDeps } from './deps.ts'
import { setDeputy, setLead } from './leading.ts'
import * as membership from './membership.ts'
import { goTo, goToNext, takeLastMoveBack } from './move.ts'
import type { Answer, Order } from './order.ts'
import * as plan from './plan.ts'
import { publishDue } from './publish.ts'
import { setRoomVoter } from './room-votes.ts'
import * as timer from './timer.ts'
import * as voting from './voting.ts'

/**
 * Carries out a facilitator's command as one change that everyone sees at the same moment.
 *
 * Resolves once it is committed. A command whose id has run before is answered as allowed and does nothing.
 */
export function runCommand(live: LiveBoard, by: string, command: Command, deps: FacilitationDeps): Promise<Answer> {
  return live.write((writer): Answer => {
    const member = live.members.get(by)
    if (member?.role !== 'facilitator' || member.left !== undefined) return refuse('not-a-facilitator')
    if (command.id !== undefined && live.hasRun(command.id)) return allow(true)
    const answer = carryOut({ live, writer, by: member, deps }, command)
    if (answer.allowed && command.id !== undefined) writer.rememberCommand(command.id)
    return answer
  })
}

function carryOut(order: Order, command: Command): Answer {
  switch (command.type) {
    case 'phase.go':
      return goTo(order, command.phase, command)
    case 'phase.next':
      return goToNext(order, command)
    case 'phase.undo':
      return takeLastMoveBack(order, command)
    case 'timer.start':
      return timer.start(order, command.seconds)
    case 'timer.pause':
      return timer.pause(order)
    case 'timer.resume':
      return timer.resume(order)
    case 'timer.stop':
      return timer.stop(order)
    case 'timer.add':
      return timer.add(order, command.seconds)
    case 'agenda.set':
      return plan.setAgenda(order, command.agenda)
    case 'sections.set':
      return plan.setSections(order, command.sections)
    case 'settings.set': {
      const { type, id, ...change } = command
      return plan.setSettings(order, change)
    }
    case 'round.open':
      return voting.open(order, command)
    case 'round.close':
      return voting.close(order)
    case 'round.recount':
      return voting.recount(order)
    case 'spotlight.set':
      return setSpotlight(order, command.target, command.seconds)
    case 'role.set':
      return membership.setRole(order, command.person, command.role)
    case 'lead.set':
      return setLead(order, command.person)
    case 'deputy.set':
      return setDeputy(order, command.person, command.afterSeconds)
    case 'room.set':
      return setRoomVoter(order, command.person, command.people)
    case 'board.lock':
      return setLocked(order, true)
    case 'board.unlock':
      return setLocked(order, false)
    case 'person.remove':
      return membership.removePerson(order, command.person)
    case 'board.rename':
      return rename(order, command.title)
    case 'board.close':
      return setStatus(order, 'closed')
    case 'board.reopen':
      return setStatus(order, 'open')
    case 'invite.rotate':
      return membership.rotateInvite(order, command.role)
  }
}

/** With `seconds` it has a time box, which begins now. */
function setSpotlight({ writer, deps }: Order, target: Target | null, seconds?: number): Answer {
  if (target !== null && !exists(writer.board, target)) return refuse('no-such-target')
  const box = seconds === undefined ? {} : { startedAt: deps.now(), seconds }
  setFlat(writer.board, 'session', { spotlight: target === null ? null : { target, ...box } })
  return allow(true)
}

const rootOf = { note: 'notes', theme: 'themes', event: 'timeline', action: 'actions', cause: 'causes' } as const

function exists(board: Order['writer']['board'], target: Target): boolean {
  const parsed = parseTarget(target)
  if (parsed === null) return false
  if (parsed.kind === 'section') return readFlat(board, 'session').sections.some(({ id }) => id === parsed.id)
  const entry = readEntry(board, rootOf[parsed.kind], parsed.id)
  return entry !== undefined && entry.removed === undefined
}

function rename({ writer }: Order, title: string): Answer {
  setFlat(writer.board, 'session', { title: cleanTitle(title) })
  return allow(true)
}

/** Locked, the board is written by facilitators alone; unlocked, what came meanwhile is let out. */
function setLocked({ live, writer, deps }: Order, locked: boolean): Answer {
  setFlat(writer.board, 'session', { locked: locked || undefined })
  if (!locked) {
    publishDue(live, writer, 'all', deps)
    carryAllOver(live, writer, deps)
  }
  return allow(true)
}

/** Closing stops the timer; reopening lets out the drafts that came meanwhile, and what was changed in others. */
function setStatus({ live, writer, deps }: Order, status: 'open' | 'closed'): Answer {
  if (readFlat(writer.board, 'session').status === status) {
    return refuse(status === 'closed' ? 'already-closed' : 'already-open')
  }
  setFlat(writer.board, 'session', { status, timer: null })
  if (status === 'open') {
    publishDue(live, writer, 'all', deps)
    carryAllOver(live, writer, deps)
  }
  return allow(true)
}
