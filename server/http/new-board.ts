import type { Context } from 'hono'
import type { BoardAnswer } from '../../shared/api/boards.ts'
import { cleanName, cleanTitle, colorFor } from '../../shared/review/names.ts'
import type { Commit, Member } from '../store/port.ts'
import { meOf, secretsOf } from './answers.ts'
import type { RouteParts } from './app.ts'
import { invalidField, tooManyBoards } from './problem.ts'

interface Beginning<Board> {
  readonly name: string
  readonly title: string
  /** How many people are on it before its creator. */
  readonly others: number
  make(creator: Member): Promise<Board>
}

interface NewBoard {
  readonly id: string
  readonly createdAt: number
  readonly first: Commit
}

/** Starts a review for whoever asks, who facilitates it and is remembered. */
export function startsBoards({ asking, httpLimits, now, newId, store }: RouteParts) {
  /** How many boards somebody facilitates. */
  async function leads(person: string): Promise<number> {
    const listings = await store.boards.listFor(person)
    return listings.filter(({ role }) => role === 'facilitator').length
  }

  return async function start<Board extends NewBoard>(
    c: Context,
    { name, title, others, make }: Beginning<Board>,
  ): Promise<{ readonly board: Board; readonly answer: BoardAnswer }> {
    const known = asking.personOf(c)
    if (known !== undefined && (await leads(known)) >= httpLimits.boardsPerPerson) {
      throw tooManyBoards(httpLimits.boardsPerPerson)
    }
    const creator: Member = {
      id: known ?? newId(),
      name: cleanName(name),
      color: colorFor(others),
      role: 'facilitator',
      joinedAt: now(),
      counts: true,
    }
    if (creator.name === '') throw invalidField('name', 'a name')
    const board = await make(creator)
    const { id, createdAt, first } = board
    await store.boards.create({ id, createdAt }, first)
    asking.remember(c, creator.id)
    const answer: BoardAnswer = {
      board: { id, title: cleanTitle(title), epoch: await store.epoch() },
      me: meOf(creator),
      invites: secretsOf(first.invites),
    }
    return { board, answer }
  }
}
