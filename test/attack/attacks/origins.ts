import { ask, bodyOf, pathOf, routesOf } from '../asking.ts'
import { Assailant } from '../assailant.ts'
import { type Attempt, held, type Kind, type Outcome, passed } from '../attempts.ts'
import type { Scene } from '../scene.ts'

const cookieOf = (scene: Scene, name: 'fay' | 'zoe') => ({ Cookie: scene.people[name].cookie })

/** Pages that are not ours, though some try to look so. */
const foreignOrigins: readonly ((scene: Scene) => string)[] = [
  () => 'https://evil.example',
  () => 'null',
  () => 'file://',
  () => 'http://localhost:1',
  ({ origin }) => origin.replace('http:', 'ftp:').replace(/:\d+$/, ':1'),
  ({ origin }) => `${origin}.evil.example`,
  ({ origin }) => `https://evil.example/${origin}`,
  ({ origin }) => origin.replace('127.0.0.1', '127.0.0.1.evil.example'),
  ({ origin }) => origin.replace('//', '//evil.example@').replace(/:\d+$/, ':2'),
]

const origins: Kind = {
  kind: 'a change that a page of another site sends',
  attacks: foreignOrigins.flatMap((originOf, index): readonly Attempt[] => [
    {
      what: `every route that changes anything, from origin ${index + 1}`,
      async run(scene) {
        const changing = (await routesOf(scene)).filter(({ method }) => method !== 'GET')
        const wrong: string[] = []
        for (const route of changing) {
          const headers = { ...cookieOf(scene, 'fay'), Origin: originOf(scene) }
          const { type } = await ask(scene, route.method, pathOf(route, scene.board.id), headers, bodyOf(route))
          if (type !== 'foreign-origin') wrong.push(`${route.method} ${route.path} ${type}`)
        }
        return wrong.length > 0 ? passed(wrong.join(', ')) : held(`403 foreign-origin from ${changing.length} routes`)
      },
    },
    ...(['', '/desk'] as const).map((room) => ({
      what: `a socket to the ${room === '' ? 'board' : 'desk'}, from origin ${index + 1}`,
      run: (scene: Scene) => upgrade(scene, room, originOf(scene)),
    })),
  ]),
  twins: [
    {
      what: 'every route that changes anything, from our own pages',
      async run(scene) {
        const changing = (await routesOf(scene)).filter(({ method }) => method !== 'GET')
        const refused: string[] = []
        for (const route of changing) {
          const headers = { ...cookieOf(scene, 'zoe'), Origin: scene.origin }
          const path = pathOf(route, scene.otherBoard.id)
          const { status, type } = await ask(scene, route.method, path, headers, bodyOf(route))
          if (status === 403) refused.push(`${route.method} ${route.path} ${type}`)
        }
        return refused.length > 0 ? held(refused.join(', ')) : passed(`${changing.length} routes`)
      },
    },
  ],
}

/** `fetch` can't ask for a socket; `ws` says what the server answered. */
async function upgrade(scene: Scene, room: string, origin: string): Promise<Outcome> {
  const headers = { ...cookieOf(scene, 'fay'), Origin: origin }
  const wire = { origin: scene.origin, room: `${scene.board.id}${room}`, headers }
  const answer = await Assailant.connect(wire).catch((error: unknown) => String(error))
  if (typeof answer === 'string') return /403/.test(answer) ? held('403') : passed(answer)
  answer.hangUp()
  return passed('a socket')
}

export const originKinds = [origins]
