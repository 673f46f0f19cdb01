import * as fc from 'fast-check'
import type * as Y from 'yjs'
import { readEntries, readEntry, readFlat } from '../../shared/document/read.ts'
import { createEntry, setFields, setRemoved } from '../../shared/document/write.ts'
import { ballotOf } from '../../shared/review/ballot.ts'
import type { Target } from '../../shared/review/session.ts'
import type { Pipe } from './pipe.ts'
import { aReview, type Review } from './review.ts'

/** One thing that happens around a vote; `a` and `b` choose which. */
export interface VoteStep {
  readonly what:
    | ('room-vote' | 'room-for' | 'vote' | 'vote' | 'vote' | 'vote' | 'abstain' | 'leave' | 'return')
    | ('group' | 'ungroup' | 'bin' | 'restore' | 'drop-theme' | 'merge')
    | ('budget' | 'open' | 'open-chosen' | 'between' | 'count' | 'recount' | 'go' | 'go' | 'undo')
  readonly who: number
  readonly a: number
  readonly b: number
}

export const aVoteStep: fc.Arbitrary<VoteStep> = fc.record({
  what: fc.constantFrom<VoteStep['what']>(
    ...(['room-vote', 'room-for', 'vote', 'vote', 'vote', 'vote', 'vote', 'abstain', 'leave', 'return'] as const),
    ...(['group', 'ungroup', 'bin', 'restore', 'drop-theme', 'merge'] as const),
    ...(['budget', 'open', 'open-chosen', 'between', 'count', 'count', 'recount', 'go', 'go', 'undo'] as const),
  ),
  who: fc.nat(2),
  a: fc.nat(99),
  b: fc.nat(99),
})

const noteIds = ['canary', 'silent', 'runbook', 'thanks']
const people = ['ana', 'ben', 'fay'] as const

/** A review of four notes and two themes whose people vote, online and off, while the facilitator does as they please. */
export class Voters {
  readonly review: Review
  readonly #board: Pipe
  readonly #desks: Pipe[]

  static async gather(): Promise<Voters> {
    const notes = noteIds.map((id) => ({ id, section: id === 'thanks' ? 'went-well' : 'lessons', text: id }))
    const review = await aReview({ body: { notes } })
    const board = await review.join('fay')
    for (const id of ['alerts', 'deploys']) createEntry(board.doc, 'themes', id, { label: id, rank: 'a0' })
    const desks = []
    for (const name of people) desks.push(await review.join(name, 'desk'))
    const voters = new Voters(review, board, desks)
    await voters.do({ what: 'go', who: 0, a: 5, b: 0 })
    return voters
  }

  constructor(review: Review, board: Pipe, desks: Pipe[]) {
    this.review = review
    this.#board = board
    this.#desks = desks
  }

  get results() {
    return readEntries(this.#board.doc, 'results')
  }

  async do({ what, who, a, b }: VoteStep): Promise<void> {
    const { doc } = this.#board
    const note = noteIds[a % noteIds.length]!
    const theme = ['alerts', 'deploys'][b % 2]!
    const round = readFlat(doc, 'session').round
    const targets: readonly Target[] = [...noteIds.map((id) => `note:${id}` as const), 'theme:alerts', 'theme:deploys']
    const desk = this.#desks[who]!.doc
    const works: Readonly<Record<VoteStep['what'], () => unknown>> = {
      vote: () => desk.getMap('ballots').set(`${round}/${targets[a % targets.length]}`, b % 5),
      'room-vote': () => desk.getMap('roomBallots').set(`${round}/${targets[a % targets.length]}`, b),
      'room-for': () =>
        this.review.command({ type: 'room.set', person: people[who]!, people: b % 3 === 0 ? null : 2 + (a % 5) }),
      abstain: () => desk.getMap('abstained').set(String(round), true),
      leave: () => this.#desks[who]!.hangUp(),
      return: () => this.#return(who),
      group: () => setFields(doc, 'notes', note, { theme }),
      ungroup: () => setFields(doc, 'notes', note, { theme: null }),
      bin: () => setRemoved(doc, 'notes', note, { by: 'fay', at: 1 }),
      restore: () => this.#restore(note, theme),
      'drop-theme': () => setRemoved(doc, 'themes', theme, { by: 'fay', at: 1 }),
      merge: () => this.#merge(theme),
      budget: () => this.review.command({ type: 'settings.set', votes: 1 + (a % 6), maxPerTarget: 1 + (b % 4) }),
      open: () => this.review.command({ type: 'round.open' }),
      'open-chosen': () =>
        this.review.command({ type: 'round.open', targets: [targets[a % 6]!, targets[b % 6]!], votes: 1 + (b % 3) }),
      between: () => this.#openBetween(targets, a, b),
      count: () => this.review.command({ type: 'round.close' }),
      recount: () => this.review.command({ type: 'round.recount' }),
      undo: () => this.review.command({ type: 'phase.undo' }),
      go: () => this.review.command({ type: 'phase.go', phase: phaseAt(doc, a) }),
    }
    await works[what]()
    await this.review.turn()
  }

  /** Everybody's ballot in a round, as the server has it. */
  async ballots(round: string) {
    const { desks } = await this.review.live()
    return [...desks.values()].map((desk) => ballotOf(desk.getMap<number>('ballots').toJSON(), round))
  }

  /** What somebody casts in a round for people in the room, as the server has it. */
  async roomBallot(round: string, person: string) {
    const desk = (await this.review.live()).desks.get(person)
    return ballotOf(desk?.getMap<number>('roomBallots').toJSON() ?? {}, round)
  }

  /** What a vote on a target counts for, told without the rules of the product; null: nothing. */
  landsOn(on: string, chosen: readonly Target[] | undefined): string | null {
    const where = this.#where(on)
    if (where === null || chosen === undefined) return where
    return chosen.some((each) => this.#where(each) === where) ? where : null
  }

  #where(on: string): string | null {
    const [kind, id = ''] = on.split(':')
    if (kind === 'theme') return this.#themeOf(id)
    if (!this.#isThere('notes', id)) return null
    const theme = readEntry(this.#board.doc, 'notes', id)?.theme ?? null
    return (theme === null ? null : this.#themeOf(theme)) ?? on
  }

  /** There are two themes alone: one is there, part of the other, both part of each other, or gone. */
  #themeOf(id: string): string | null {
    const theme = readEntry(this.#board.doc, 'themes', id)
    if (this.#isThere('themes', id)) return `theme:${id}`
    const into = theme?.mergedInto
    if (into === undefined) return null
    if (this.#isThere('themes', into)) return `theme:${into}`
    return readEntry(this.#board.doc, 'themes', into)?.mergedInto === id ? 'theme:alerts' : null
  }

  #merge(into: string): void {
    const from = into === 'alerts' ? 'deploys' : 'alerts'
    setRemoved(this.#board.doc, 'themes', from, { by: 'fay', at: 1 })
    setFields(this.#board.doc, 'themes', from, { mergedInto: into })
  }

  #isThere(root: 'notes' | 'themes', id: string): boolean {
    const entry = readEntry(this.#board.doc, root, id)
    return entry !== undefined && entry.removed === undefined
  }

  #restore(note: string, theme: string): void {
    setRemoved(this.#board.doc, 'notes', note, undefined)
    setRemoved(this.#board.doc, 'themes', theme, undefined)
  }

  async #openBetween(targets: readonly Target[], a: number, b: number): Promise<void> {
    const breaks = this.results.find(({ closedAt }) => closedAt !== null)?.id ?? 'none'
    const between = [targets[a % 6]!, targets[b % 6]!]
    await this.review.command({ type: 'round.open', targets: between, breaks, votes: 1, maxPerTarget: 1 })
  }

  async #return(who: number): Promise<void> {
    if (this.#desks[who]!.connection !== undefined) return
    this.#desks[who] = await this.review.join(people[who]!, 'desk', this.#desks[who]!.doc)
  }
}

function phaseAt(doc: Y.Doc, index: number): string {
  const { agenda } = readFlat(doc, 'session')
  return agenda[index % agenda.length]!.id
}
