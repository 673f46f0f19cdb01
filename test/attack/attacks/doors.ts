import { openIdentities } from '../../../server/auth/identity.ts'
import { Assailant } from '../assailant.ts'
import { type Attempt, held, type Kind, passed, wordsFor } from '../attempts.ts'
import type { Scene } from '../scene.ts'

type Cookie = (scene: Scene) => string

const yearMs = 365 * 24 * 60 * 60 * 1000

const issued = (secret: string, person: string, at: number) =>
  `hindsight=${openIdentities(secret, () => at).issue(person)}`

const changedIn = (cookie: string, part: number, by: (text: string) => string) =>
  cookie
    .split('.')
    .map((text, index) => (index === part ? by(text) : text))
    .join('.')

/** Cookies that name somebody on the board, and that the server did not give, or no longer stands by. */
export const badCookies: Readonly<Record<string, Cookie>> = {
  'no cookie': () => '',
  'an empty cookie': () => 'hindsight=',
  'a cookie of another name': ({ people }) => people.fay.cookie.replace('hindsight', 'session'),
  'a cookie with an end to come': ({ people }) => changedIn(people.ana.cookie, 1, (until) => String(Number(until) + 1)),
  'a cookie without an end': ({ people }) => changedIn(people.ana.cookie, 1, () => 'Infinity'),
  "ana's cookie with fay's name": ({ people }) => changedIn(people.ana.cookie, 0, () => `hindsight=${people.fay.id}`),
  'a cookie with its signature cut': ({ people }) => changedIn(people.ana.cookie, 2, (text) => text.slice(0, -1)),
  'a cookie with another signature': ({ people }) =>
    changedIn(people.ana.cookie, 2, (text) => text.split('').toReversed().join('')),
  'a cookie without a signature': ({ people }) => people.ana.cookie.split('.').slice(0, 2).join('.'),
  'a cookie with more behind it': ({ people }) => `${people.ana.cookie}.${people.fay.id}`,
  'a cookie signed with another secret': ({ people }) =>
    issued('another secret of good length', people.fay.id, Date.now()),
  'a cookie that is over since yesterday': ({ secret, people }) =>
    issued(secret, people.fay.id, Date.now() - yearMs - 24 * 60 * 60 * 1000),
}

/** What a door has to say, and to whom. */
interface Door {
  readonly what: string
  readonly cookie: Cookie
  readonly room: (scene: Scene) => string
  readonly headers?: (scene: Scene) => Readonly<Record<string, string>>
  readonly code: number
}

const board = (scene: Scene) => scene.board.id
const desk = (scene: Scene) => `${scene.board.id}/desk`

const doors: readonly Door[] = [
  ...Object.entries(badCookies).flatMap(([what, cookie]) => [
    { what: `the board with ${what}`, cookie, room: board, code: 4401 },
    { what: `a desk with ${what}`, cookie, room: desk, code: 4401 },
  ]),
  ...[board, desk].flatMap((room) => [
    { what: 'rex, who was removed', cookie: ({ people }: Scene) => people.rex.cookie, room, code: 4409 },
    { what: 'zoe, of another board', cookie: ({ people }: Scene) => people.zoe.cookie, room, code: 4403 },
    {
      what: 'a person nobody knows',
      cookie: ({ secret }: Scene) => issued(secret, 'nobody', Date.now()),
      room,
      code: 4403,
    },
  ]),
  ...['/desk/ana', '/desk/', '/desks', '/secrets', '/../desk', '%2Fdesk', '//desk', '/desk/../../desk', '.'].map(
    (path) => ({
      what: `a room named ${path}`,
      cookie: ({ people }: Scene) => people.ana.cookie,
      room: (scene: Scene) => `${scene.board.id}${path}`,
      code: 4404,
    }),
  ),
  {
    what: "ben's desk by his id",
    cookie: ({ people }: Scene) => people.ana.cookie,
    room: (scene: Scene) => `${scene.board.id}/desk/${scene.people.ben.id}`,
    code: 4404,
  },
  {
    what: 'a board that there is not',
    cookie: ({ people }: Scene) => people.ana.cookie,
    room: () => 'nowhere',
    code: 4404,
  },
  ...['0', '-1', 'x', ''].map((schema) => ({
    what: `a layout of version ${schema}`,
    cookie: ({ people }: Scene) => people.ana.cookie,
    room: (scene: Scene) => `${scene.board.id}?schema=${schema}`,
    code: 4426,
  })),
]

const knock = ({ what, cookie, room, code, headers }: Door): Attempt => ({
  what,
  async run(scene) {
    const assailant = await Assailant.connect({
      origin: scene.origin,
      room: room(scene),
      headers: { Cookie: cookie(scene), ...headers?.(scene) },
    })
    await assailant.until(() => assailant.heard.length > 0)
    const isLetIn = assailant.heard.length > 0
    const reception = isLetIn ? undefined : await assailant.closed
    assailant.hangUp()
    if (reception === undefined) return passed('let in')
    const isRight = reception.took === 'closed' && reception.code === code
    return isRight ? held(wordsFor(reception)) : passed(wordsFor(reception))
  },
})

const ownDoors: readonly Door[] = (['ana', 'ben', 'fay', 'kim', 'olga'] as const).flatMap((name) =>
  [board, desk].map((room) => ({ what: name, cookie: ({ people }: Scene) => people[name].cookie, room, code: 0 })),
)

/** `?person=` and the like ask for nothing: it is one's own desk that opens. */
const ownDesk: Attempt = {
  what: "ben's desk by a parameter opens ana's own",
  async run(scene) {
    const { ana, ben } = scene.people
    const room = `${scene.board.id}/desk?person=${ben.id}&desk=${ben.id}`
    const assailant = await Assailant.connect({ origin: scene.origin, room, headers: { Cookie: ana.cookie } })
    assailant.socket.send(new Uint8Array([0, 0, 1, 0]))
    await assailant.until(() => assailant.heard.some(({ type }) => type === 'step-2'))
    const words = assailant.heard.map((frame) => ('update' in frame ? Buffer.from(frame.update).toString() : '')).join()
    assailant.hangUp()
    return words.includes('Nor this') ? passed("ben's draft was sent") : held("ana's own desk")
  },
}

const wrongDoors: Kind = {
  kind: 'a socket for somebody who may not have it',
  attacks: [...doors.map(knock), ownDesk],
  twins: ownDoors.map(knock),
}

export const doorKinds = [wrongDoors]
