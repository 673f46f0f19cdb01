import { readEntry, readFlat } from '../../shared/document/read.ts'
import { countBallot, leftAsCast } from '../../shared/review/ballot.ts'
import { type PersonProgress, type Progress, progressOf } from '../../shared/review/progress.ts'
import { budgetOf, openRoundOf } from '../../shared/review/round.ts'
import { onlyChosen } from '../../shared/review/tally.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import { boardFacts, roundsOf } from './board-facts.ts'
import { type DeskFacts, deskFacts } from './desk-facts.ts'
import { roomVotesLeft } from './room-votes.ts'

/** How far everyone is: how many drafts wait, how many votes are left, who is done here. Nothing else leaves a desk. */
export function progressOn(live: LiveBoard): Progress {
  const session = readFlat(live.doc, 'session')
  const round = openRoundOf(roundsOf(live.doc), session.phase)

  const result = round === null ? undefined : readEntry(live.doc, 'results', round)
  const budget = budgetOf(result, session.settings)

  const votesLeft = (desk: DeskFacts): number | null => {
    if (round === null) return null
    if (desk.abstained.has(round)) return 0
    const ballot = desk.ballotIn(round)
    if (result?.ballot !== 'open') return leftAsCast(ballot, budget)
    const { countsFor } = onlyChosen(boardFacts(live.doc).votable, result.targets)
    return countBallot(ballot, { ...budget, countsFor }).left
  }
  const forRoom = round === null ? undefined : roomVotesLeft(live, round)
  const desks = new Map<string, PersonProgress>()
  for (const member of live.members.values()) {
    const desk = live.desks.get(member.id)
    const facts = desk === undefined ? emptyDesk : deskFacts(desk)
    desks.set(member.id, {
      drafts: facts.waiting.length,
      votesLeft: votesLeft(facts),
      ...(forRoom?.has(member.id) && { roomVotesLeft: forRoom.get(member.id) }),
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
  abstained: new Set(),
  counted: new Map(),
  ballotIn: () => ({}),
}
