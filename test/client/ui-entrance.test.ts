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
const no = (status: number, type = 'about:blank', epoch?: string): Answer<never> => ({
  allowed: false,
  reason: { type, title: 'No', status, detail: 'No.', epoch },
})
const yes = <T>(value: T): Answer<T> => ({ allowed: true, value })

/** A server that answers as told, and remembers who joined with what. */
function server(answers: { readonly board: Answer<BoardAnswer>; readonly invitation?: Answer<Invitation> }) {
  const joined: Join[] = []
  const api: EntranceApi = {
    getBoard: async () => answers.board,
    getInvitation: async () => answers.invitation ?? no(403, 'invite-expired'),
    join: async (_, body) => {
      joined.push(body)
      return yes(ben('facilitator'))
    },
  }
  return { api, joined }
}

const enter = (api: EntranceApi, invite: string | null) => enterBoard(api, 'board', { invite, epoch: 'first' })

describe('whoever opens a board', () => {
  it('[UI8] is in at once as a member, with or without the link', async () => {
    const { api, joined } = server({ board: yes(ben('participant')), invitation: yes(invitation('participant')) })
    expect((await enter(api, null)).state).toBe('member')
    expect((await enter(api, 'secret')).state).toBe('member')
    expect(joined).toEqual([])
  })

  it('[UI8] is asked for a name with a good link', async () => {
    const { api, joined } = server({ board: no(401), invitation: yes(invitation('participant')) })
    const found = await enter(api, 'secret')
    expect(found).toEqual({ state: 'invited', invitation: invitation('participant'), invite: 'secret' })
    expect(joined).toEqual([])
  })

  it('[UI8] is asked nothing by a link to oneself', async () => {
    const { api, joined } = server({ board: no(401), invitation: yes(invitation(null)) })
    expect((await enter(api, 'to-ben')).state).toBe('member')
    expect(joined).toEqual([{ invite: 'to-ben' }])
  })

  it('[UI8] is asked before a link makes this browser somebody else', async () => {
    const link = { ...invitation(null), people: ['Eve'], browserIs: 'somebody-else' } as const
    const onBoard = server({ board: yes(ben('participant')), invitation: yes(link) })
    expect(await enter(onBoard.api, 'to-eve')).toEqual({
      state: 'other-person',
      name: 'Eve',
      invite: 'to-eve',
      answer: ben('participant'),
    })
    const elsewhere = server({ board: no(403), invitation: yes(link) })
    expect(await enter(elsewhere.api, 'to-eve')).toMatchObject({ state: 'other-person', answer: null })
    expect([...onBoard.joined, ...elsewhere.joined]).toEqual([])
  })

  it('[UI8] uses up no link to themselves in a browser that is theirs already', async () => {
    const link = { ...invitation(null), people: ['Ben'], browserIs: 'the-same' } as const
    const { api, joined } = server({ board: yes(ben('participant')), invitation: yes(link) })
    expect((await enter(api, 'to-ben')).state).toBe('member')
    expect(joined).toEqual([])
  })

  it('[UI8] takes on the stronger role of a link, and keeps the own role with a weaker one', async () => {
    const raised = server({ board: yes(ben('participant')), invitation: yes(invitation('facilitator')) })
    await enter(raised.api, 'secret')
    expect(raised.joined).toEqual([{ invite: 'secret' }])
    const kept = server({ board: yes(ben('participant')), invitation: yes(invitation('observer')) })
    await enter(kept.api, 'secret')
    expect(kept.joined).toEqual([])
  })

  it.each([
    [401, 'no-identity', 'not-a-member'],
    [403, 'not-a-member', 'not-a-member'],
    [403, 'removed', 'not-a-member'],
    [404, 'no-such-board', 'no-such-board'],
    [0, 'about:blank', 'unreachable'],
    [502, 'about:blank', 'unreachable'],
    [429, 'too-many-requests', 'too-fast'],
    [503, 'too-busy', 'too-busy'],
  ] as const)('[UI9] [PRESSURE16] is told why not: %i %s without a link', async (status, type, because) => {
    const { api } = server({ board: no(status, type) })
    expect(await enter(api, null)).toEqual({ state: 'closed', because })
  })

  it.each([
    [403, 'invite-expired', 'wrong-link'],
    [404, 'no-such-board', 'no-such-board'],
    [0, 'about:blank', 'unreachable'],
    [429, 'too-many-requests', 'too-fast'],
    [503, 'too-busy', 'too-busy'],
  ] as const)('[UI9] [PRESSURE16] is told why not: %i %s with a link', async (status, type, because) => {
    const { api } = server({ board: no(401, 'no-identity'), invitation: no(status, type) })
    expect(await enter(api, 'secret')).toEqual({ state: 'closed', because })
  })

  it.each([401, 403, 404])('[DEVICE7] is not turned away by an answer that is not the server’s: %i', async (status) => {
    const { api } = server({ board: no(status), invitation: no(status) })
    expect(await enter(api, null)).toEqual({ state: 'closed', because: 'unreachable' })
    expect(await enter(api, 'secret')).toEqual({ state: 'closed', because: 'unreachable' })
  })

  it.each([
    [404, 'no-such-board', 'not-in-backup'],
    [403, 'not-a-member', 'joined-after-backup'],
  ] as const)(
    '[SALVAGE13] is told of a backup that is older than what they know: %i %s',
    async (status, type, because) => {
      const { api } = server({ board: no(status, type, 'restored') })
      expect(await enter(api, null)).toEqual({ state: 'closed', because })
    },
  )
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
