import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { roomLimits } from '../../server/limits.ts'
import { BoardDamaged } from '../../server/store/port.ts'
import { readFlat } from '../../shared/document/read.ts'
import { createDraft, flatTextOf } from '../../shared/document/write.ts'
import { spoilPage, tamper } from '../support/damage.ts'
import { type LogBook, openLogBook } from '../support/log-book.ts'
import { openPlainBoard, openWorld, type PlainBoard, type World } from '../support/world.ts'

let book: LogBook
let world: World
let other: PlainBoard

beforeEach(async () => {
  book = openLogBook()
  world = await openWorld({ surroundings: { log: book.log, roomLimits: { ...roomLimits, restMs: 60_000 } } })
  other = await openPlainBoard(world.origin, { title: 'Slow', incident: { summary: 'Pages were slow' } })
})

afterEach(async () => {
  other.hangUp()
  await world.close()
})

/** Long enough for pages of its own, with a word in the midst of it. */
const story = `${'Deploys stopped at nine. '.repeat(1500)}halfway${' They went on at ten.'.repeat(1500)}`

/** A snapshot of the board with the phase change, and then a log of two updates; a desk with a draft. */
async function review(): Promise<string> {
  const ana = await world.person('ana')
  const [board, desk] = [ana.board(), ana.desk()]
  await Promise.all([board.synced(), desk.synced()])
  createDraft(desk.doc, 'n1', { section: 'lessons', text: 'Alerts came late', rank: 'a1' })
  await desk.saved()
  await world.fay.command({ type: 'phase.next' })
  flatTextOf(board.doc, 'incident', 'summary')?.insert(0, story)
  await board.saved()
  flatTextOf(board.doc, 'incident', 'summary')?.insert(0, 'In short: ')
  await board.saved()
  board.close()
  desk.close()
  return ana.id
}

const lastUpdate = `board = ? AND document = ? AND
  seq = (SELECT max(seq) FROM updates AS u WHERE u.board = updates.board AND u.document = updates.document)`

interface Damage {
  readonly what: RegExp
  do(board: string, ana: string): void
}

const damages: Readonly<Record<string, Damage>> = {
  'garbage in its last update': {
    what: /^update \d+ of board of board /,
    do: (board) =>
      tamper(world.dataDir, `UPDATE updates SET bytes = x'0102030405' WHERE ${lastUpdate}`, board, 'board'),
  },
  'a last update cut short': {
    what: /^update \d+ of board of board /,
    do: (board) =>
      tamper(world.dataDir, `UPDATE updates SET bytes = substr(bytes, 1, 9) WHERE ${lastUpdate}`, board, 'board'),
  },
  'an update missing': {
    what: /^the log of board of board /,
    do: (board) => tamper(world.dataDir, `DELETE FROM updates WHERE ${lastUpdate}`, board, 'board'),
  },
  'garbage in its snapshot': {
    what: /^the snapshot of board of board /,
    do: (board) => tamper(world.dataDir, `UPDATE snapshots SET bytes = x'ff00ff00' WHERE board = ?`, board),
  },
  'a snapshot missing': {
    what: /^the log of board of board /,
    do: (board) => tamper(world.dataDir, 'DELETE FROM snapshots WHERE board = ?', board),
  },
  'garbage on a desk': {
    what: /^update \d+ of desk\/\S+ of board /,
    do: (board, ana) =>
      tamper(world.dataDir, `UPDATE updates SET bytes = x'00ff' WHERE ${lastUpdate}`, board, `desk/${ana}`),
  },
  'a spoilt page of the file': {
    what: /^a part of the file of board /,
    do: () => spoilPage(world.dataDir, 'halfway'),
  },
}

describe('a damaged board', () => {
  it.each(Object.entries(damages))(
    '[STORE14] with %s says so to everyone and to the operator, and no other board notices',
    async (_name, damage) => {
      const ana = await review()
      await world.restart(() => damage.do(world.id, ana))

      const answers = await Promise.all([1, 2, 3].map(() => world.fay.send('GET', `/api/boards/${world.id}`)))
      const client = world.fay.board()
      expect(await client.closed).toEqual({ code: 4500, reason: 'board-damaged' })
      client.close()
      expect(await answers[0]!.json()).toMatchObject({ type: 'board-damaged', status: 500 })
      expect(answers.map(({ status }) => status)).toEqual([500, 500, 500])

      const told = book.errors().filter((error) => error instanceof BoardDamaged)
      expect(told.map(({ message }) => message)).toEqual([expect.stringMatching(damage.what)])
      expect(told[0]!.message).toContain(`of board ${world.id} is damaged`)
      expect(told[0]!.message).toContain('npm run restore -- <file>')

      const whole = other.fay.board()
      await whole.saved()
      expect(readFlat(whole.doc, 'incident').summary).toBe('Pages were slow')
      expect((await fetch(`${world.origin}/readyz`)).status).toBe(200)
    },
  )
})
