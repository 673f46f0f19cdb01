import { readFlat } from '../../shared/document/read.ts'
import { setFlat } from '../../shared/document/write.ts'
import { changeAgenda } from '../../shared/review/agenda.ts'
import { isLive } from '../../shared/review/placement.ts'
import { allow } from '../../shared/review/result.ts'
import { openRoundOf } from '../../shared/review/round.ts'
import { changeSections } from '../../shared/review/sections.ts'
import type { AgendaItem, Section, Settings } from '../../shared/review/session.ts'
import { changeSettings } from '../../shared/review/settings.ts'
import { boardFacts, roundsOf } from './board-facts.ts'
import { deskFacts } from './desk-facts.ts'
import type { Answer, Order } from './order.ts'
import { draftsWaiting, publishDue } from './publish.ts'
import { changeBudgets, followBallots } from './rounds.ts'

/** A running phase that is given an end date has no timer any more: it lasts until then. [CLOCK6] */
export function setAgenda({ writer, deps }: Order, agenda: readonly AgendaItem[]): Answer {
  const session = readFlat(writer.board, 'session')
  const next = changeAgenda(session, agenda, deps.now())
  if (!next.allowed) return next
  const endOf = (items: readonly AgendaItem[]) => items.find(({ id }) => id === session.phase)?.endsAt
  const isDated = endOf(session.agenda) === undefined && endOf(next.value) !== undefined
  setFlat(writer.board, 'session', isDated ? { agenda: next.value, timer: null } : { agenda: next.value })
  return allow(true)
}

export function setSections({ live, writer }: Order, sections: readonly Section[]): Answer {
  const notes = boardFacts(writer.board).pinboard.notes.filter(isLive)
  const sectionsInUse = new Set([
    ...notes.map((note) => note.section),
    ...draftsWaiting(live).map(({ draft }) => draft.section),
  ])
  const next = changeSections(readFlat(writer.board, 'session').sections, sections, { sectionsInUse })
  if (!next.allowed) return next
  setFlat(writer.board, 'session', { sections: next.value })
  return allow(true)
}

/** Changes settings; where drafts are private no more, those that wait become notes in the same change. */
export function setSettings({ live, writer, deps }: Order, change: Partial<Settings>): Answer {
  const session = readFlat(writer.board, 'session')
  const next = changeSettings(session, change, {
    hasDrafts: [...live.desks.values()].some((desk) => deskFacts(desk).drafts.length > 0),
    hasOpenRound: openRoundOf(roundsOf(writer.board), session.phase) !== null,
  })
  if (!next.allowed) return next
  changeBudgets(writer.board, change)
  setFlat(writer.board, 'session', { settings: next.value })
  if (next.value.reveal !== session.settings.reveal) publishDue(live, writer, 'all', deps)
  followBallots(live, writer)
  return allow(true)
}
