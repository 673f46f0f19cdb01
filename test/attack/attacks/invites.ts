import { createHash } from 'node:crypto'
import { apiPaths } from '../../../shared/api/paths.ts'
import { ask } from '../asking.ts'
import { type Attempt, held, type Kind, passed } from '../attempts.ts'
import type { Name, Scene } from '../scene.ts'

const roles = ['facilitator', 'participant', 'observer'] as const

const join = (scene: Scene, invite: string, cookie = '') =>
  ask(scene, 'POST', apiPaths.join(scene.board.id), { Cookie: cookie }, { invite, name: 'Eve' })

/** Tries to come in with some secret; nobody may. */
const enter = (what: string, secret: (scene: Scene) => string | Promise<string>, as?: Name): Attempt => ({
  what: `${as ?? 'a stranger'}: ${what}`,
  async run(scene) {
    const { status, type } = await join(scene, await secret(scene), as && scene.people[as].cookie)
    return status === 403 || status === 400 ? held(`${status} ${type}`) : passed(`${status} ${type}`)
  },
})

async function linkOf(scene: Scene, name: Name, board = scene.board.id): Promise<string> {
  const { json } = await ask(scene, 'POST', apiPaths.link(board), { Cookie: scene.people[name].cookie })
  return String(json.link).split('#')[1] ?? ''
}

const used: Attempt = {
  what: 'a stranger: a link to oneself for the second time',
  async run(scene) {
    const secret = await linkOf(scene, 'ana')
    const first = await join(scene, secret)
    const second = await join(scene, secret)
    const isSame = JSON.stringify(first.json).includes(scene.people.ana.id)
    return isSame && second.status === 403
      ? held(`200, then ${second.status}`)
      : passed(`${first.status}, ${second.status}`)
  },
}

const together: Attempt = {
  what: 'ten strangers: a link to oneself at the same time',
  async run(scene) {
    const secret = await linkOf(scene, 'ana')
    const answers = await Promise.all(Array.from({ length: 10 }, () => join(scene, secret)))
    const inside = answers.filter(({ status }) => status === 200).length
    return inside === 1 ? held('one of ten') : passed(`${inside} of ten`)
  },
}

const rotated = (role: (typeof roles)[number]): Attempt => ({
  what: `a stranger: the invite for a ${role} from before it was renewed`,
  async run(scene) {
    const { json } = await ask(scene, 'GET', apiPaths.board(scene.board.id), { Cookie: scene.people.fay.cookie })
    const { invites } = json as { invites: Record<string, string> }
    await scene.command({ type: 'invite.rotate', role })
    const { status, type } = await join(scene, invites[role] ?? '')
    return status === 403 ? held(`${status} ${type}`) : passed(`${status} ${type}`)
  },
})

/** The role that somebody has after they came in again with a weaker link. */
const raised: Attempt = {
  what: 'olga: more with the link of an observer',
  async run(scene) {
    const { status, json } = await join(scene, await inviteOf(scene, 'observer'), scene.people.olga.cookie)
    await scene.settle()
    const { role } = json.me as { role: string }
    return role === 'observer' ? held(`${status} as an observer`) : passed(role)
  },
}

async function inviteOf(scene: Scene, role: (typeof roles)[number]): Promise<string> {
  const { json } = await ask(scene, 'GET', apiPaths.board(scene.board.id), { Cookie: scene.people.fay.cookie })
  return (json.invites as Record<string, string>)[role] ?? ''
}

const secrets: Kind = {
  kind: 'an invite or a link that is wrong, old, used or of another board',
  attacks: [
    enter('nothing', () => ''),
    enter('a guess', () => 'abcdefghijklmnopqrstuvwx'),
    enter('the id of the board', ({ board }) => board.id),
    ...roles.map((role) =>
      enter(`the other board’s invite for a ${role}`, ({ otherBoard }) => otherBoard.invites[role]),
    ),
    ...roles.map((role) =>
      enter(`an invite for a ${role}, cut short`, ({ board }) => board.invites[role].slice(0, -1)),
    ),
    ...roles.map((role) =>
      enter(`an invite for a ${role}, in capitals`, ({ board }) => board.invites[role].toUpperCase()),
    ),
    ...roles.map((role) =>
      enter(`the invite for a ${role} from before the removal`, ({ board }) => board.invites[role], 'rex'),
    ),
    enter("zoe's link to herself", (scene) => linkOf(scene, 'zoe', scene.otherBoard.id)),
    enter("rex's link to himself from before the removal", ({ rexsLink }) => rexsLink),
    enter('the digest of a link', (scene) => digestOf(scene)),
    used,
    together,
    ...roles.map(rotated),
    raised,
  ],
  twins: roles.map((role) => ({
    what: `a stranger: the invite for a ${role}`,
    async run(scene) {
      const { status, json } = await join(scene, await inviteOf(scene, role))
      await scene.settle()
      return status === 200 && (json.me as { role: string }).role === role ? passed(role) : held(String(status))
    },
  })),
}

/** What the store keeps of a link is no way in. */
async function digestOf(scene: Scene): Promise<string> {
  return createHash('sha256')
    .update(await linkOf(scene, 'ana'))
    .digest('base64url')
}

export const inviteKinds = [secrets]
