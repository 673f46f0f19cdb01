import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bystander, openBystander } from './bystander.ts'
import { fuzzMessages } from './fuzz-messages.ts'
import { fuzzRaw } from './fuzz-raw.ts'
import { fuzzRequests } from './fuzz-requests.ts'
import { type Memory, mostGrowth, openTarget, type Target } from './target.ts'

const seed = 1

let target: Target
let bystander: Bystander
let before: Memory

beforeAll(async () => {
  target = await openTarget(5)
  await fuzzMessages(target, 100, seed + 9000) // what is used for the first time stays
  await fuzzRequests(target, 200, seed + 9000)
  before = await target.memory()
  bystander = await openBystander(target)
})

describe('a server that is sent what nobody would send', () => {
  it('[FUZZ1] takes each message, sets it aside, or ends its connection in the words of the contract', async () => {
    const { said, answers, wrong } = await fuzzMessages(target, 500, seed)
    expect([said, wrong]).toEqual([500, []])
    for (const answer of ['taken', '4403 malformed', '4403 unknown-message', '4403 observer']) {
      expect(answers.of(answer), answer).toBeGreaterThan(0)
    }
  })

  it('[FUZZ2] answers each request with JSON, and each it can’t carry out with a sentence', async () => {
    const { said, answers, wrong } = await fuzzRequests(target, 500, seed)
    expect([said, wrong]).toEqual([500, []])
    for (const answer of ['400 invalid', '415 not-json', '200 ', '201 ', '404 not-found']) {
      expect(answers.of(answer), answer).toBeGreaterThan(0)
    }
  })

  it('[FUZZ3] answers or hangs up on a connection that speaks no HTTP, or breaks the rules of WebSockets', async () => {
    const { said, answers, wrong } = await fuzzRaw(target, 300, seed)
    expect([said, wrong]).toEqual([300, []])
    for (const answer of ['socket 1002', 'http 400 not-http']) expect(answers.of(answer), answer).toBeGreaterThan(0)
  })

  it('[FUZZ4] goes on for everybody else, holds no more than before, and reports no error of its own', async () => {
    expect(bystander.lost).toEqual([])
    expect((await bystander.stop()).length).toBeGreaterThan(5)
    await target.deleteBoards()
    const after = await target.memory()
    expect(after.heap - before.heap).toBeLessThan(mostGrowth)
    expect(target.errors()).toEqual([])
  })

  afterAll(async () => {
    expect(await target.close()).toBe(0)
  })
})
