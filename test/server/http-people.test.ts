import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardAnswer } from '../../shared/api/boards.ts'
import { openTestApp, seen, type TestApp } from '../support/app.ts'

let app: TestApp

beforeEach(async () => {
  app = await openTestApp()
})

afterEach(() => app.close())

const minutes = (n: number) => n * 60_000
const meIn = async (response: Promise<Response>) => ((await (await response).json()) as BoardAnswer).me

describe('joining', () => {
  it('[HTTP5] names the browser in a cookie no script can read, for a year', async () => {
    const { id, answer } = await app.board()
    const joined = await app.browser().join(id, answer.invites!.participant, 'Ana')
    expect(joined.headers.get('Set-Cookie')).toMatch(
      /^hindsight=[^;]+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
    )
  })

  it('[HTTP5] sends the cookie over https only, where the public address is https', async () => {
    const secure = await openTestApp({ config: { publicUrl: 'https://review.example.org' } })
    const created = await secure.browser().post('/api/boards', { title: 'Alerts', name: 'Fay' })
    expect(created.headers.get('Set-Cookie')).toContain('; Secure')
    await secure.close()
  })

  it('[HTTP5] keeps a person the same over boards and over joining again, and raises the role', async () => {
    const first = await app.board()
    const second = await app.board()
    const ana = app.browser()
    const { id } = await meIn(ana.join(first.id, first.answer.invites!.observer, 'Ana'))

    expect(await meIn(ana.join(second.id, second.answer.invites!.participant, 'Ana'))).toMatchObject({ id })
    expect(await meIn(ana.join(first.id, first.answer.invites!.facilitator, 'Ana'))).toEqual({
      id,
      name: 'Ana',
      role: 'facilitator',
    })
    expect(await meIn(ana.join(first.id, first.answer.invites!.observer))).toMatchObject({ role: 'facilitator' })
    expect(await meIn(ana.post('/api/boards', { title: 'Alerts', name: 'Ana' }))).toMatchObject({ id })
  })

  it('[LEASE5] has it on record that somebody leads too by a link, once', async () => {
    const { fay, id, answer } = await app.board()
    const ana = app.browser()
    await ana.join(id, answer.invites!.facilitator, 'Ana')
    await ana.join(id, answer.invites!.facilitator, 'Ana')
    const report = await (await fay.get(`/api/boards/${id}/report.json`)).json()
    const me = (await (await ana.get(`/api/boards/${id}`)).json()).me.id
    expect(report.session.hands).toMatchObject([{ what: 'leads-too', from: null, to: me }])
  })

  it('[HTTP5] refuses a wrong or rotated invite, and says what to do', async () => {
    const { fay, id, answer } = await app.board()
    await fay.command(id, { type: 'invite.rotate', role: 'participant' })
    const refused = {
      status: 403,
      body: { type: 'invite-expired', status: 403, detail: expect.stringContaining('Ask a facilitator') },
    }
    expect(await seen(app.browser().join(id, answer.invites!.participant, 'Ana'))).toMatchObject(refused)
    expect(await seen(app.browser().join(id, 'guessed', 'Ana'))).toMatchObject(refused)
  })

  it('[HTTP5] asks for a name', async () => {
    const { id, answer } = await app.board()
    expect(await seen(app.browser().join(id, answer.invites!.participant))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'name', message: 'wants a name' }] },
    })
  })

  it('[HTTP5] lets somebody who was removed back in only with a newer invite', async () => {
    const { fay, id, answer } = await app.board()
    const ana = app.browser()
    const me = await meIn(ana.join(id, answer.invites!.participant, 'Ana'))
    app.pass(1000)
    await fay.command(id, { type: 'person.remove', person: me.id })
    expect(await seen(ana.join(id, answer.invites!.participant, 'Ana'))).toMatchObject({
      status: 403,
      body: { type: 'removed' },
    })
    expect(await seen(ana.get(`/api/boards/${id}`))).toMatchObject({ status: 403, body: { type: 'removed' } })

    app.pass(1000)
    await fay.command(id, { type: 'invite.rotate', role: 'participant' })
    const { invites }: BoardAnswer = await (await fay.get(`/api/boards/${id}`)).json()
    expect(await meIn(ana.join(id, invites!.participant, 'Ana'))).toEqual(me)
  })
})

describe('an invitation', () => {
  it('[HTTP6] tells whoever holds a good invite what it leads to', async () => {
    const { id, answer } = await app.board()
    const olga = app.browser()
    expect(await seen(olga.post(`/api/boards/${id}/invitation`, { invite: answer.invites!.observer }))).toEqual({
      status: 200,
      body: { title: 'Deploys stopped', role: 'observer', people: ['Fay'] },
    })
    expect(olga.cookie).toBe('')
  })

  it('[HTTP6] tells nothing to anybody else', async () => {
    const { id } = await app.board()
    expect(await seen(app.browser().post(`/api/boards/${id}/invitation`, { invite: 'guessed' }))).toMatchObject({
      status: 403,
      body: { type: 'invite-expired' },
    })
  })
})

describe('a link to oneself', () => {
  const secretOf = async (response: Promise<Response>) => {
    const { link }: { link: string } = await (await response).json()
    return link.split('#')[1]!
  }

  it('[HTTP7] makes another browser the same person, once', async () => {
    const { fay, id, answer } = await app.board()
    const secret = await secretOf(fay.post(`/api/boards/${id}/me/link`))
    const phone = app.browser()
    const { fay: eve } = await app.board()
    const asked = (browser: typeof phone) => seen(browser.post(`/api/boards/${id}/invitation`, { invite: secret }))
    const body = { title: 'Deploys stopped', role: null, people: ['Fay'] }
    expect(await asked(phone)).toEqual({ status: 200, body: { ...body, browserIs: 'nobody' } })
    expect(await asked(fay)).toEqual({ status: 200, body: { ...body, browserIs: 'the-same' } })
    expect(await asked(eve)).toEqual({ status: 200, body: { ...body, browserIs: 'somebody-else' } })
    expect(await meIn(phone.join(id, secret))).toEqual(answer.me)
    expect(await seen(phone.get(`/api/boards/${id}`))).toMatchObject({ status: 200, body: { me: answer.me } })
    expect(await seen(app.browser().join(id, secret, 'Ben'))).toMatchObject({ status: 403 })
  })

  it('[HTTP7] works for ten minutes, on its own board', async () => {
    const { fay, id } = await app.board()
    const other = await app.board()
    const secret = await secretOf(fay.post(`/api/boards/${id}/me/link`))
    expect(await seen(app.browser().join(other.id, secret, 'Ben'))).toMatchObject({ status: 403 })
    app.pass(minutes(10))
    expect(await seen(app.browser().join(id, secret, 'Ben'))).toMatchObject({ status: 403 })
  })

  it('[HTTP7] leads to the address the browser knows us by, or the public one', async () => {
    const { fay, id } = await app.board()
    const link = fay.post(`/api/boards/${id}/me/link`, undefined, { Origin: 'http://localhost' })
    expect(await seen(link)).toMatchObject({ body: { link: expect.stringMatching(`^http://localhost/b/${id}#`) } })

    const published = await openTestApp({ config: { publicUrl: 'https://review.example.org' } })
    const board = await published.board()
    expect(await seen(board.fay.post(`/api/boards/${board.id}/me/link`))).toMatchObject({
      body: { link: expect.stringMatching(`^https://review.example.org/b/${board.id}#`) },
    })
    await published.close()
  })
})

describe('a person on a board', () => {
  it('[HTTP8] changes their name, colour, and whether they count', async () => {
    const { fay, id, answer } = await app.board()
    expect(await seen(fay.patch(`/api/boards/${id}/me`, { name: 'Fay K', color: 'teal', counts: false }))).toEqual({
      status: 200,
      body: { me: { ...answer.me, name: 'Fay K', color: 'teal', counts: false } },
    })
    const live = await app.registry.open(id)
    expect(live?.members.get(answer.me.id)).toMatchObject({ name: 'Fay K', color: 'teal', counts: false })
    expect(live?.doc.getMap('people').toJSON()).toMatchObject({ [answer.me.id]: { name: 'Fay K', color: 'teal' } })
  })

  it('[HTTP8] cannot change their role, nor go without a name', async () => {
    const { fay, id } = await app.board()
    expect(await seen(fay.patch(`/api/boards/${id}/me`, { role: 'observer' }))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'role', message: 'is not known here' }] },
    })
    expect(await seen(fay.patch(`/api/boards/${id}/me`, { name: '\u200b' }))).toMatchObject({ status: 400 })
  })
})
