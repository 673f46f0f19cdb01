import { afterEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../shared/api/boards.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

let app: TestApp

afterEach(() => app?.close())

const list = (entry: string, count: number) => `[${Array.from({ length: count }, () => entry).join(',')}]`
const board = (more: string) => `{"title":"Deploys","name":"Fay",${more}}`

describe('a body that is mostly list', () => {
  const refusal = async (body: string) => {
    app = await openTestApp()
    const answer = await app.browser().post('/api/boards', body)
    const text = await answer.text()
    const problem: Problem = JSON.parse(text)
    return { status: answer.status, errors: problem.errors, detail: problem.detail, length: text.length }
  }

  it.each([
    ['notes', board(`"notes":${list('{}', 340_000)}`)],
    ['incident.tags', board(`"incident":{"tags":${list('1', 500_000)}}`)],
  ])('[HTTP20] is told that the list is too long, and not what is wrong with each entry: %s', async (path, body) => {
    const { status, errors, length } = await refusal(body)
    expect([status, errors]).toEqual([400, [{ path, message: 'wants at most 2000 entries' }]])
    expect(length).toBeLessThan(500)
  })

  it('[HTTP20] is told some of what is wrong, and how much more there is', async () => {
    const { errors, detail, length } = await refusal(board(`"notes":${list('{}', 2000)}`))
    expect(errors).toHaveLength(50)
    expect(errors?.at(0)).toEqual({ path: 'notes.0.section', message: 'is missing' })
    expect(detail).toMatch(/; and \d+ more\.$/)
    expect(length).toBeLessThan(10_000)
  })

  it('[HTTP20] is refused at once for a command too', async () => {
    app = await openTestApp()
    const { fay, id } = await app.board()
    const answer = await fay.post(`/api/boards/${id}/commands`, `{"type":"agenda.set","agenda":${list('{}', 340_000)}}`)
    expect(await answer.json()).toMatchObject({ detail: 'agenda wants at most 2000 entries.' })
  })
})
