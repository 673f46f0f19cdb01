import { describe, expect, it } from 'vitest'
import { type EntranceApi, enterBoard, inviteOf } from '../../client/app/enter-board.ts'
import type { Answer } from '../../client/session/api.ts'
import { linkHost } from '../../client/ui/link-host.ts'
import type { BoardAnswer, Invitation, Join } from '../../shared/api/boards.ts'
import type { Role } from '../../shared/review/people.ts'

const ben = (role: Role): BoardAnswer => ({
  board: { id: 'board', title: 'Failover', epoch: 'first' },
  me: { id: 'ben', name: 'Ben', role },
})
const invitation = (role: Role | null): Invitation => ({ title: 'Failover', role, people: ['Fay'] })
const no = (status: number): Answer<never> => ({
  allowed: false,
  reason: { type: 'about:blank', title: 'No', status, detail: 'No.' },
})
const yes = <T>(value: T): Answer<T> => ({ allowed: true, value })

/** A server that answers as told, and remembers who joined with what. */
function server(answers: { readonly board: Answer<BoardAnswer>; readonly invitation?: Answer<Invitation> }) {
  const joined: Join[] = []
  const api: EntranceApi = {
    getBoard: async () => answers.board,
    getInvitation: async () => answers.invitation ?? no(403),
    join: async (_, body) => {
      joined.push(body)
      return yes(ben('facilitator'))
    },
  }
  return { api, joined }
}

describe('whoever opens a board', () => {
  it('[UI8] is in at once as a member, with or without the link', async () => {
    const { api, joined } = server({ board: yes(ben('participant')), invitation: yes(invitation('participant')) })
    expect((await enterBoard(api, 'board', null)).state).toBe('member')
    expect((await enterBoard(api, 'board', 'secret')).state).toBe('member')
    expect(joined).toEqual([])
  })

  it('[UI8] is asked for a name with a good link', async () => {
    const { api, joined } = server({ board: no(401), invitation: yes(invitation('participant')) })
    const found = await enterBoard(api, 'board', 'secret')
    expect(found).toEqual({ state: 'invited', invitation: invitation('participant'), invite: 'secret' })
    expect(joined).toEqual([])
  })

  it('[UI8] is asked nothing by a link to oneself', async () => {
    const { api, joined } = server({ board: no(401), invitation: yes(invitation(null)) })
    expect((await enterBoard(api, 'board', 'to-ben')).state).toBe('member')
    expect(joined).toEqual([{ invite: 'to-ben' }])
  })

  it('[UI8] is asked before a link makes this browser somebody else', async () => {
    const link = { ...invitation(null), people: ['Eve'], browserIs: 'somebody-else' } as const
    const onBoard = server({ board: yes(ben('participant')), invitation: yes(link) })
    expect(await enterBoard(onBoard.api, 'board', 'to-eve')).toEqual({
      state: 'other-person',
      name: 'Eve',
      invite: 'to-eve',
      answer: ben('participant'),
    })
    const elsewhere = server({ board: no(403), invitation: yes(link) })
    expect(await enterBoard(elsewhere.api, 'board', 'to-eve')).toMatchObject({ state: 'other-person', answer: null })
    expect([...onBoard.joined, ...elsewhere.joined]).toEqual([])
  })

  it('[UI8] uses up no link to themselves in a browser that is theirs already', async () => {
    const link = { ...invitation(null), people: ['Ben'], browserIs: 'the-same' } as const
    const { api, joined } = server({ board: yes(ben('participant')), invitation: yes(link) })
    expect((await enterBoard(api, 'board', 'to-ben')).state).toBe('member')
    expect(joined).toEqual([])
  })

  it('[UI8] takes on the stronger role of a link, and keeps the own role with a weaker one', async () => {
    const raised = server({ board: yes(ben('participant')), invitation: yes(invitation('facilitator')) })
    await enterBoard(raised.api, 'board', 'secret')
    expect(raised.joined).toEqual([{ invite: 'secret' }])
    const kept = server({ board: yes(ben('participant')), invitation: yes(invitation('observer')) })
    await enterBoard(kept.api, 'board', 'secret')
    expect(kept.joined).toEqual([])
  })

  it.each([
    [401, null, 'not-a-member'],
    [403, null, 'not-a-member'],
    [404, null, 'no-such-board'],
    [0, null, 'unreachable'],
    [502, null, 'unreachable'],
    [429, null, 'too-fast'],
  ] as const)('[UI9] is told why not: %i without a link', async (status, invite, because) => {
    const { api } = server({ board: no(status) })
    expect(await enterBoard(api, 'board', invite)).toEqual({ state: 'closed', because })
  })

  it.each([
    [403, 'wrong-link'],
    [404, 'no-such-board'],
    [0, 'unreachable'],
    [429, 'too-fast'],
  ] as const)('[UI9] is told why not: %i with a link', async (status, because) => {
    const { api } = server({ board: no(401), invitation: no(status) })
    expect(await enterBoard(api, 'board', 'secret')).toEqual({ state: 'closed', because })
  })
})

describe('an address', () => {
  it.each([
    ['', null],
    ['#', null],
    ['#a-secret_1', 'a-secret_1'],
    ['#%3Cscript%3E', '<script>'],
    ['#%E0%A4%A', '%E0%A4%A'],
    ['#%', '%'],
  ])('[INJECT9] has its invite read from it, however it was mangled: %s', (fragment, invite) => {
    expect(inviteOf(fragment)).toBe(invite)
  })

  it.each([
    ['https://tracker.example/1234', 'tracker.example'],
    ['https://github.com@evil.example/', 'evil.example'],
    ['https://evil.example\\@github.com/', 'evil.example'],
    ['https://evil.example:8443/github.com', 'evil.example:8443'],
    ['https://github.com\u3002evil.example/', 'github.com.evil.example'],
    ['https://gіthub.com/', 'xn--gthub-n2e.com'],
    ['nothing', 'nothing'],
  ])('[INJECT7] is shown by the host that a browser would ask: %s', (link, host) => {
    expect(linkHost(link)).toBe(host)
  })
})
