import { apiPaths } from '../../../shared/api/paths.ts'
import { ask } from '../asking.ts'
import { type Attempt, held, type Kind, passed } from '../attempts.ts'
import type { Name, Scene } from '../scene.ts'

const event = { event: 'Deploy 42 finished' }

const send = (scene: Scene, headers: Readonly<Record<string, string>>) =>
  ask(scene, 'POST', apiPaths.timeline(scene.board.id), headers, event)

async function tokenOf(scene: Scene, name: Name, board: string): Promise<string> {
  const { json } = await ask(scene, 'POST', apiPaths.eventToken(board), { Cookie: scene.people[name].cookie })
  return String(json.token)
}

/** Tries to send an event to the board with something that is no token of it. */
const intrude = (
  what: string,
  headersOf: (scene: Scene) => Promise<Record<string, string>> | Record<string, string>,
): Attempt => ({
  what,
  async run(scene) {
    const { status, type } = await send(scene, await headersOf(scene))
    return status === 401 || status === 403 ? held(`${status} ${type}`) : passed(`${status} ${type}`)
  },
})

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })

const wrongTokens: Kind = {
  kind: 'an event sent without a token of the board',
  attacks: [
    intrude('no token', () => ({})),
    intrude('a guess', () => bearer('hindsight_abcdefghijklmnopqrstuvwx')),
    intrude('nothing', () => bearer('')),
    intrude('a very long one', () => bearer('x'.repeat(5000))),
    intrude('the invite of a facilitator', ({ board }) => bearer(board.invites.facilitator)),
    intrude('the cookie of a facilitator', ({ people }) => ({ Cookie: people.fay.cookie })),
    intrude('the cookie of a facilitator as a token', ({ people }) =>
      bearer(people.fay.cookie.replace('hindsight=', '')),
    ),
    intrude('the token of another board', async (scene) => bearer(await tokenOf(scene, 'zoe', scene.otherBoard.id))),
    intrude('a token that was renewed since', async (scene) => {
      const before = await tokenOf(scene, 'fay', scene.board.id)
      await tokenOf(scene, 'fay', scene.board.id)
      return bearer(before)
    }),
    intrude('a token that was revoked', async (scene) => {
      const before = await tokenOf(scene, 'fay', scene.board.id)
      await ask(scene, 'DELETE', apiPaths.eventToken(scene.board.id), { Cookie: scene.people.fay.cookie })
      return bearer(before)
    }),
    intrude('a good token for Basic', async (scene) => ({
      Authorization: `Basic ${Buffer.from(`x:${await tokenOf(scene, 'fay', scene.board.id)}`).toString('base64')}`,
    })),
    ...(['ana', 'olga', 'rex', 'zoe'] as const).map(
      (name): Attempt => ({
        what: `${name}: a token of her own making`,
        async run(scene) {
          const { status, json } = await ask(scene, 'POST', apiPaths.eventToken(scene.board.id), {
            Cookie: scene.people[name].cookie,
          })
          return status === 403 ? held('403') : passed(`${status} ${Object.keys(json)}`)
        },
      }),
    ),
  ],
  twins: [
    {
      what: 'a token of the board',
      async run(scene) {
        const { status, type } = await send(scene, bearer(await tokenOf(scene, 'fay', scene.board.id)))
        await scene.settle()
        return status === 201 ? passed('201') : held(`${status} ${type}`)
      },
    },
  ],
}

/** A new board takes over how another is set up: for whoever is on that one alone. */
const likenesses: Kind = {
  kind: 'a board made like one that one is not on',
  attacks: (['zoe', 'rex', undefined] as const).map((name) => ({
    what: name ?? 'a stranger',
    async run(scene: Scene) {
      const headers = { Cookie: name === undefined ? '' : scene.people[name].cookie }
      const { status } = await ask(scene, 'POST', apiPaths.boards(), headers, {
        title: 'A',
        name: 'Eve',
        like: scene.board.id,
      })
      return status === 400 || status === 403 ? held(String(status)) : passed(String(status))
    },
  })),
  twins: [
    {
      what: 'ana, who is on it',
      async run(scene) {
        const headers = { Cookie: scene.people.ana.cookie }
        const { status } = await ask(scene, 'POST', apiPaths.boards(), headers, {
          title: 'A',
          name: 'Ana',
          like: scene.board.id,
        })
        return status === 201 ? passed('201') : held(String(status))
      },
    },
  ],
}

export const tokenKinds = [wrongTokens, likenesses]
