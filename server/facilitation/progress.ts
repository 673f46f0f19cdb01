import { readEntry, readFlat } from '../../shared/document/read.ts'
import { countBallot, leftAsCast } from '../../shared/review/ballot.ts'
import { type PersonProgress, type Progress, progressOf } from '../../shared/review/progress.ts'
import { openRoundOf } from '../../shared/review/round.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import { boardFacts, roundsOf } from './board-facts.ts'
import { type DeskFacts, deskFacts } from './desk-facts.ts'

/** How far everyone is: how many drafts wait, how many votes are left, who is done here. Nothing else leaves a desk. */
export function progressOn(live: LiveBoard): Progress {
  const session = readFlat(live.doc, 'session')
  const round = openRoundOf(roundsOf(live.doc), session.phase)

  const mode = round === null ? undefined : readEntry(live.doc, 'results', round)?.ballot

  const votesLeft = (desk: DeskFacts): number | null => {
    if (round === null) return null
    const ballot = desk.ballotIn(round)
    if (mode !== 'open') return leftAsCast(ballot, session.settings)
    const { countsFor } = boardFacts(live.doc).votable
    return countBallot(ballot, { ...session.settings, countsFor }).left
  }
  const desks = new Map<string, PersonProgress>()
  for (const member of live.members.values()) {
    const desk = live.desks.get(member.id)
    const facts = desk === undefined ? emptyDesk : deskFacts(desk)
    desks.set(member.id, {
      drafts: facts.waiting.length,
      votesLeft: votesLeft(facts),
      ready: facts.ready.has(session.phase),
    })
  }
  return progressOf([...live.members.values()], desks, session.settings.attribution)
}

const emptyDesk: DeskFacts = {
  drafts: [],
  waiting: [],
  changed: [],
  ballots: {},
  ready: new Set(),
  counted: new Map(),
  ballotIn: () => ({}),
}
