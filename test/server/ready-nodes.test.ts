import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { rateLimits } from '../../server/limits.ts'
import { startProblem } from '../../server/start-problem.ts'
import { openTestApp, type TestApp } from '../support/app.ts'
import { freePort } from '../support/free-port.ts'
import { openPostgres, type Postgres } from '../support/postgres.ts'
import { openRedis, type RedisServer } from '../support/redis.ts'

let postgres: Postgres
let redis: RedisServer
let databaseUrl: string
const apps: TestApp[] = []

beforeAll(async () => {
  postgres = await openPostgres(inject('postgres'), { isDurable: false })
  redis = await openRedis(inject('redis'))
  databaseUrl = await postgres.database()
})

afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

afterAll(async () => {
  await redis.clear()
  await postgres.clear()
})

async function openNode(redisUrl = redis.url): Promise<TestApp> {
  const app = await openTestApp({
    config: { databaseUrl, redisUrl },
    surroundings: { requestLimits: { ...rateLimits, creating: { points: 2, seconds: 60 } } },
  })
  apps.push(app)
  return app
}

const answer = async (app: TestApp, path: string) => {
  const response = await app.browser().get(path)
  return [response.status, await response.text()] as const
}

describe('a node', () => {
  it('[OPS1] that does not hear of the others is ready, and says what comes late', async () => {
    const node = await openNode()
    expect(await answer(node, '/readyz')).toEqual([200, '{"status":"ready"}'])
    expect(await answer(node, '/readyz?strict')).toEqual([200, '{"status":"ready"}'])
    await redis.kill()
    expect(await answer(node, '/readyz')).toEqual([
      200,
      expect.stringMatching(/"degraded".*other nodes write comes late/),
    ])
    expect(await answer(node, '/readyz?strict')).toEqual([
      503,
      expect.stringMatching(/Not ready.*other nodes write comes late/),
    ])
    await redis.start()
    await vi.waitFor(
      async () => expect(await answer(node, '/readyz?strict')).toEqual([200, '{"status":"ready"}']),
      5000,
    )
    node.stop()
    expect(await answer(node, '/readyz')).toEqual([503, expect.stringContaining('Not ready')])
  })

  it('[OPS6] measures whether it hears the others', async () => {
    const node = await openNode()
    expect((await answer(node, '/metrics'))[1]).toContain('\nhindsight_bus_up 1\n')
    await redis.kill()
    expect((await answer(node, '/metrics'))[1]).toContain('\nhindsight_bus_up 0\n')
    await redis.start()
  })

  it('[OPS2] counts with the others how often somebody asks, and by itself while Redis is away', async () => {
    const node = await openNode()
    const begin = async () => (await node.browser().post('/api/boards', { title: 'Alerts', name: 'fay' })).status
    expect(await begin()).toBe(201)
    const [counted] = (await redis.ask('KEYS', '*:limit:creating:*')) as string[]
    await redis.ask('INCR', counted!) // another node
    expect(await begin()).toBe(429)
    await redis.kill()
    expect([await begin(), await begin(), await begin()]).toEqual([201, 201, 429])
    await redis.start()
  })

  it('[CONF5] does not start where it can’t use Redis, and says why without the password', async () => {
    const REDIS_URL = `redis://:hunter2@127.0.0.1:${await freePort()}`
    const outcome = readConfig({ REDIS_URL, DATABASE_URL: databaseUrl, SECRET: 'a secret of good length' })
    const refused = await openNode(REDIS_URL).catch((error: unknown) => error)
    const sentence = 'config' in outcome && startProblem(refused, outcome.config)
    expect(sentence).toMatch(/^it can’t use REDIS_URL \(redis:\/\/127\.0\.0\.1:\d+\): nothing listens there\.$/)
    await (await openNode()).close()
  })

  it('[OPS6] measures whether its boards can be written', async () => {
    const node = await openNode()
    const isSaid = (line: string) =>
      vi.waitFor(async () => expect((await answer(node, '/metrics'))[1]).toContain(`\n${line}\n`), 30_000)
    await isSaid('hindsight_store_up 1')
    await postgres.crash()
    await isSaid('hindsight_store_up 0')
    await postgres.start()
    await isSaid('hindsight_store_up 1')
  })
})
