import type { BoardAnswer, CreateBoard } from '../../shared/api/boards.ts'
import { apiPaths, type Invites, inviteLink } from '../../shared/api/paths.ts'
import { boardFromExample } from '../../shared/incident/example-board.ts'
import { loadExample } from '../../shared/incident/examples.ts'
import type { Role } from '../../shared/review/people.ts'
import { openTestBrowser, type TestBrowser } from '../support/test-browser.ts'
import type { Place } from './simulate.ts'
import { nameOf } from './words.ts'

/** Where people come, and the links to tell: to watch, and to lead where that is not for others to do. */
export interface FoundPlace extends Place {
  readonly links: Readonly<Record<string, string>>
}

/** A new review of a shipped incident on a server, led from here. */
export async function newPlace(origin: string): Promise<FoundPlace> {
  let id = ''
  const first = openTestBrowser(origin, () => id)
  first.forbidDatabases()
  const example = await loadExample('github-2018-network-partition')
  const body: CreateBoard = { ...boardFromExample(example, { withNotes: false }), name: nameOf(0) }
  const created = await first.ask<BoardAnswer & { invites: Invites }>('POST', apiPaths.boards(), body)
  id = created.board.id
  first.is(created.me)
  return ledPlace(origin, id, first, created.invites)
}

/** The board that an invitation leads to; led from here if it is a facilitator's. */
export async function invitedPlace(link: string): Promise<FoundPlace> {
  const { origin, pathname, hash } = new URL(link)
  const [, board = ''] = /^\/b\/([^/]+)$/.exec(pathname) ?? []
  const invite = hash.slice(1)
  if (board === '' || invite === '') throw new Error(`${link} is no invitation: those are <server>/b/<board>#<secret>`)
  const first = openTestBrowser(origin, () => board)
  first.forbidDatabases()
  const { me } = await first.join(invite, nameOf(0))
  if (me.role === 'observer') throw new Error('Whoever comes by that link only watches: give one for participants')
  if (me.role === 'participant') return { origin, board, invite, first, isLed: false, links: { watch: link } }
  const { invites } = await first.ask<BoardAnswer>('GET', apiPaths.board(board))
  if (invites === undefined) throw new Error('The server tells a facilitator no invites')
  return ledPlace(origin, board, first, invites)
}

function ledPlace(origin: string, board: string, first: TestBrowser, invites: Invites): FoundPlace {
  const to = (role: Role) => inviteLink(origin, board, invites[role])
  const links = { watch: to('observer'), 'take part': to('participant'), lead: to('facilitator') }
  return { origin, board, invite: invites.participant, first, isLed: true, links }
}
