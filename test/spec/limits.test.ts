import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { httpLimits, rateLimits, roomLimits, syncLimits } from '../../server/limits.ts'
import { mostDrafts } from '../../server/rooms/guard/limits.ts'
import { mostKeys } from '../../shared/document/root.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

const number = (n: number) => n.toLocaleString('en')
const MiB = (bytes: number) => `${number(bytes / 1024 / 1024)} MiB`
const s = (ms: number) => `${number(ms / 1000)} s`
const per = ({ points, seconds }: { points: number; seconds: number }) =>
  seconds === 60 ? `${number(points)} a minute` : `${number(points)} in ${seconds} s`

/** The table's first two columns, by the numbers of the code. */
const rows: readonly (readonly [string, string])[] = [
  ['a board, with all that waits on its people’s desks', MiB(roomLimits.boardBytes)],
  ['drafts and votes of one person on a board', `${MiB(roomLimits.deskBytes)}, ${number(mostDrafts)} drafts`],
  ['notes, themes, actions, … of a board, of each kind', number(mostKeys)],
  ['people of a board, those who left included', number(httpLimits.peoplePerBoard)],
  ['boards that one person leads', number(httpLimits.boardsPerPerson)],
  ['boards in memory', `${number(roomLimits.boards)}, and ${MiB(roomLimits.boardsBytes)} together`],
  [
    'connections of one person to a board, and of everybody to it',
    `${number(roomLimits.connectionsPerPerson)} and ${number(roomLimits.connectionsPerBoard)}`,
  ],
  [
    'WebSockets of one person, and of everybody',
    `${number(syncLimits.socketsPerPerson)} and ${number(syncLimits.sockets)}`,
  ],
  ['WebSockets that one person opens', `${syncLimits.knocks.perSecond} a second, ${syncLimits.knocks.burst} at once`],
  [
    'messages of one person',
    `${syncLimits.messages.perSecond} a second, ${number(syncLimits.messages.burst)} at once, of which ${syncLimits.taking.perSecond} a second are taken`,
  ],
  ['bytes of one person', `${MiB(syncLimits.bytes.perSecond)} a second`],
  [
    'time that the server works on what one person sends',
    `${number(syncLimits.bytes.perSecond / roomLimits.bytesForEachMs)} ms a second`,
  ],
  ['one message', MiB(syncLimits.messageBytes)],
  [
    'messages that have begun and not ended',
    `${MiB(syncLimits.unfinishedBytes)} of one person, ${MiB(syncLimits.unfinishedBytesOfAll)} of everybody, ${s(syncLimits.messageMs)} each`,
  ],
  [
    'what waits for a client that reads slowly',
    `${MiB(syncLimits.outboundBytes)}, then one difference once it has caught up`,
  ],
  ['what waits for all who read slowly', MiB(syncLimits.outboundBytesOfAll)],
  [
    'TCP connections, and of one address those that are no WebSocket',
    `${number(httpLimits.connections)} and ${number(httpLimits.connectionsPerAddress)}`,
  ],
  ['a request', `1 MiB; its head ${s(httpLimits.headMs)}, all of it ${s(httpLimits.requestMs)}`],
  ['an answer that nobody takes', s(httpLimits.stillMs)],
  ['a connection that no further request comes on', s(httpLimits.keptMs)],
  ['bodies that come in from one address at once', number(httpLimits.bodiesPerAddress)],
  ['reports of one person', `${per(rateLimits.reports)}, ${httpLimits.reportsAtOnce} at once`],
  ['new boards, and people joining, from one address', `${rateLimits.creating.points} and ${per(rateLimits.joining)}`],
  [
    'a review from a file, unpacked, and how many from one address',
    `${MiB(httpLimits.importBytes)} and ${per(rateLimits.importing)}`,
  ],
  [
    'looking through the reviews one is on, and how many of them',
    `${per(rateLimits.across)}, ${httpLimits.acrossAtOnce} at once; the newest ${httpLimits.reviewsAcross}`,
  ],
  ['commands of one person', per(rateLimits.commands)],
  [
    'what one person looks at, and changes of themselves, of links and of tokens',
    `${per(rateLimits.looking)} and ${per(rateLimits.changes)}`,
  ],
  [
    'events of other tools, from one address and to one board',
    `${number(rateLimits.sending.points)} and ${per(rateLimits.events)}`,
  ],
]

describe('the README’s table of limits', () => {
  it.each(rows)('[PRESSURE14] tells how much there may be: %s', (what, most) => {
    expect(readme.replaceAll("'", '’')).toContain(`| ${what} | ${most} |`)
  })

  it('[PRESSURE14] has no line beside these', () => {
    const table = /## Limits[\s\S]*?\|---\|---\|---\|\n((?:\|.*\n)+)/.exec(readme)?.[1] ?? ''
    expect(table.trim().split('\n')).toHaveLength(rows.length)
  })

  it('[PRESSURE14] holds a message that a whole board fits into, with what its desks may publish', () => {
    expect(syncLimits.messageBytes).toBeGreaterThanOrEqual(2 * roomLimits.boardBytes)
  })
})
