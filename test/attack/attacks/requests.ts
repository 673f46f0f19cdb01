import { apiPaths } from '../../../shared/api/paths.ts'
import { ask, bodyOf, commands, pathOf, type Route, routesOf } from '../asking.ts'
import { type Attempt, held, type Kind, type Outcome, passed } from '../attempts.ts'
import type { Name, Scene } from '../scene.ts'
import { badCookies } from './doors.ts'

/** Refused with one of these; anything else means that it worked, or that the server broke. */
const refusedAs = (
  { status, type }: { readonly status: number; readonly type: string },
  ...allowed: readonly number[]
): Outcome => (allowed.includes(status) ? held(`${status} ${type}`) : passed(`${status} ${type}`))

const cookieOf = (scene: Scene, name: Name) => ({ Cookie: scene.people[name].cookie })

const order = (name: Name, body: (typeof commands)[number]): Attempt => ({
  what: `${name}: ${body.type}`,
  run: async (scene) =>
    refusedAs(await ask(scene, 'POST', apiPaths.commands(scene.board.id), cookieOf(scene, name), body), 403),
})

/** What would keep honest people from writing on is taken back at once. */
const backBy: Readonly<Record<string, string>> = { 'board.lock': 'board.unlock' }

/** A facilitator is heard: carried out, or told why not now. */
const orderRightly = (body: (typeof commands)[number]): Attempt => ({
  what: `fay: ${body.type}`,
  async run(scene) {
    const say = (order: object) => ask(scene, 'POST', apiPaths.commands(scene.board.id), cookieOf(scene, 'fay'), order)
    const { status, type } = await say(body)
    const back = backBy[body.type]
    if (back !== undefined) await say({ type: back })
    await scene.settle()
    return status === 200 || status === 404 || status === 409 ? passed(`${status} ${type}`) : held(`${status} ${type}`)
  },
})

const badCookieNames = Object.keys(badCookies)

const orders: Kind = {
  kind: 'a command without the role',
  attacks: [
    ...(['ana', 'olga', 'rex', 'zoe'] as const).flatMap((name) => commands.map((body) => order(name, body))),
    ...badCookieNames.flatMap((what) =>
      commands.slice(0, 3).map(
        (body): Attempt => ({
          what: `${what}: ${body.type}`,
          run: async (scene) =>
            refusedAs(
              await ask(
                scene,
                'POST',
                apiPaths.commands(scene.board.id),
                { Cookie: badCookies[what]?.(scene) ?? '' },
                body,
              ),
              401,
            ),
        }),
      ),
    ),
  ],
  twins: commands.map(orderRightly),
}

/** Whoever opens these needs to be nobody yet. */
const openToAll = ['/api/boards', '/api/boards/{id}/join', '/api/boards/{id}/invitation']
const isOpen = ({ method, path }: Route) =>
  !path.includes('{id}') || openToAll.includes(path) || (method === 'GET' && path === '/api/boards')

/** Everything that the server says it has, asked for by somebody who is not on the board. */
const routes: Kind = {
  kind: 'a request for a board by somebody who is not on it',
  attacks: [
    ...(['rex', 'zoe'] as const).map(
      (name): Attempt => ({
        what: `${name}: every route`,
        run: (scene) => everyRoute(scene, cookieOf(scene, name), [403]),
      }),
    ),
    ...badCookieNames.map(
      (what): Attempt => ({
        what: `${what}: every route`,
        run: (scene) => everyRoute(scene, { Cookie: badCookies[what]?.(scene) ?? '' }, [401]),
      }),
    ),
    ...(['ana', 'olga'] as const).map(
      (name): Attempt => ({
        what: `${name}: delete the board`,
        run: async (scene) =>
          refusedAs(await ask(scene, 'DELETE', apiPaths.board(scene.board.id), cookieOf(scene, name)), 403),
      }),
    ),
    ...[
      { role: 'facilitator' },
      { id: 'fay' },
      { left: 1 },
      { joinedAt: 1 },
      { person: 'ben', name: 'Eve' },
      { color: 'url(x)' },
    ].map(
      (patch): Attempt => ({
        what: `ana: change of herself ${JSON.stringify(patch)}`,
        run: async (scene) =>
          refusedAs(await ask(scene, 'PATCH', apiPaths.me(scene.board.id), cookieOf(scene, 'ana'), patch), 400),
      }),
    ),
    {
      what: 'zoe: our board in her list',
      async run(scene) {
        const { json } = await ask(scene, 'GET', '/api/boards', cookieOf(scene, 'zoe'))
        return JSON.stringify(json).includes(scene.board.id) ? passed('listed') : held('not listed')
      },
    },
    {
      what: 'ana: the invites of the board',
      async run(scene) {
        const { json } = await ask(scene, 'GET', apiPaths.board(scene.board.id), cookieOf(scene, 'ana'))
        return JSON.stringify(json).includes(scene.board.invites.facilitator) ? passed('told') : held('not told')
      },
    },
  ],
  twins: [
    {
      what: 'fay: every route that only looks',
      async run(scene) {
        const looking = (await routesOf(scene)).filter((route) => route.method === 'GET' && !isOpen(route))
        const answers = await Promise.all(
          looking.map((route) => ask(scene, 'GET', pathOf(route, scene.board.id), cookieOf(scene, 'fay'))),
        )
        return answers.every(({ status }) => status === 200) ? passed(`${looking.length} routes`) : held('not all')
      },
    },
  ],
}

async function everyRoute(
  scene: Scene,
  headers: Readonly<Record<string, string>>,
  allowed: readonly number[],
): Promise<Outcome> {
  const guarded = (await routesOf(scene)).filter((route) => !isOpen(route))
  const wrong: string[] = []
  for (const route of guarded) {
    const { status } = await ask(scene, route.method, pathOf(route, scene.board.id), headers, bodyOf(route))
    if (!(route.wantsToken ? [401] : allowed).includes(status)) wrong.push(`${route.method} ${route.path} ${status}`)
  }
  return wrong.length > 0 ? passed(wrong.join(', ')) : held(`${allowed.join('/')} from ${guarded.length} routes`)
}

export const requestKinds = [routes]
export const orderKinds = [orders]
