import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import type { Bus } from '../../server/bus/port.ts'
import { RedisFault } from '../../server/bus/redis-fault.ts'
import { openRedisLine, usualRedisPatience } from '../../server/bus/redis-line.ts'
import { bytes } from '../support/commits.ts'
import { openCuttingProxy } from '../support/cutting-proxy.ts'
import { freePort } from '../support/free-port.ts'
import { type Ear, earOn, heardOnce, wordsOf } from '../support/hearing.ts'
import { openRedis, type RedisServer } from '../support/redis.ts'
import { hasty, type RedisMeeting, redisMeeting } from '../support/redis-meeting.ts'
import { busContract } from './bus.contract.ts'

let redis: RedisServer

beforeAll(async () => {
  redis = await openRedis(inject('redis'))
})

afterAll(() => redis.clear())

busContract('over Redis', async () => redisMeeting(redis))

describe('a bus over a Redis', () => {
  let meeting: RedisMeeting
  let ana: Bus
  let ben: Bus
  let ear: Ear

  beforeEach(async () => {
    meeting = redisMeeting(redis)
    ana = await meeting.join()
    ben = await meeting.join()
    ear = await earOn(ben, 'alerts')
  })

  afterEach(async () => {
    for (const bus of [ana, ben]) await bus.close()
    await meeting.end()
  })

  /** Resolves once what this node says gets through again. */
  const isBack = (bus: Bus) => vi.waitFor(() => bus.check(), 10_000)
  const gapOf = (bus: Bus) => new Promise<void>((resolve) => bus.onGap(resolve))

  it('[BUS3] that is killed and started again is found again, and each node knows that it missed something', async () => {
    const gaps = Promise.all([gapOf(ana), gapOf(ben)])
    await redis.kill()
    ana.say('alerts', bytes('to nobody'))
    await expect(ana.check()).rejects.toThrow('Redis can’t be reached')
    await redis.start()
    await gaps
    await Promise.all([isBack(ana), isBack(ben)])
    ana.say('alerts', bytes('to ben'))
    await heardOnce(ear, 'to ben')
    expect(wordsOf(ear)).toEqual(['to ben'])
    expect(meeting.said.map((sentence) => sentence.slice(0, 25)).sort()).toEqual([
      'Redis answers again',
      'Redis answers again',
      'nothing is heard of Redis',
      'nothing is heard of Redis',
    ])
  })

  it('[BUS3] that stands still is noticed, and found again', async () => {
    const gap = gapOf(ben)
    redis.pause()
    await expect(ben.check()).rejects.toThrow('Redis can’t be reached')
    redis.goOn()
    await gap
    await isBack(ana)
    ana.say('alerts', bytes('to ben'))
    await heardOnce(ear, 'to ben')
  })

  it('[BUS3] that is flushed loses nothing of it', async () => {
    await redis.ask('FLUSHALL')
    ana.say('alerts', bytes('to ben'))
    await heardOnce(ear, 'to ben')
    expect(meeting.said).toEqual([])
  })

  it.each(['pubsub', 'normal'])('[BUS3] that throws %s connections out is come back to', async (type) => {
    const gap = gapOf(ben)
    await redis.ask('CLIENT', 'KILL', 'TYPE', type)
    ana.say('alerts', bytes('lost, maybe'))
    await gap
    await isBack(ana)
    ana.say('alerts', bytes('to ben'))
    await heardOnce(ear, 'to ben')
  })

  it('[BUS3] tells the others of words that a node could not get through', async () => {
    const gap = gapOf(ben)
    meeting.proxyOf(ana).silence()
    await expect(ana.check()).rejects.toThrow()
    ana.say('alerts', bytes('lost'))
    meeting.proxyOf(ana).mend()
    await gap
    expect(meeting.counts.lost).toBeGreaterThan(0)
  })

  it('[BUS3] cuts off who takes nothing, and that is a gap like any other', async () => {
    await redis.ask('CONFIG', 'SET', 'client-output-buffer-limit', 'pubsub 4mb 0 0')
    const join = () => meeting.join({ patience: usualRedisPatience })
    const [speaker, listener, patient] = [await join(), await join(), await join()]
    const [soon, late] = [await earOn(listener, 'alerts'), await earOn(patient, 'alerts')]
    const gap = gapOf(patient)
    meeting.proxyOf(patient).stall()
    for (let n = 0; n < 30; n++) {
      speaker.say('alerts', new Uint8Array(1024 * 1024))
      speaker.say('alerts', bytes(`${n}`))
      await heardOnce(soon, `${n}`)
    }
    meeting.proxyOf(patient).mend()
    await gap
    speaker.say('alerts', bytes('to all'))
    await Promise.all([heardOnce(late, 'to all'), heardOnce(soon, 'to all')])
    for (const bus of [speaker, listener, patient]) await bus.close()
  })

  it('[BUS2] opens a board while Redis is away, and hears of it afterwards', async () => {
    const gaps = Promise.all([gapOf(ana), gapOf(ben)])
    await redis.kill()
    await expect(ben.check()).rejects.toThrow()
    const deploys = await earOn(ben, 'deploys')
    const left = await earOn(ben, 'left')
    left.stop()
    await redis.start()
    await gaps
    await isBack(ana)
    for (const board of ['left', 'deploys']) ana.say(board, bytes('to ben'))
    await heardOnce(deploys, 'to ben')
    expect(wordsOf(left)).toEqual([])
  })

  it('[BUS2] knows of no board that nobody has open', async () => {
    const channels = async () => (await redis.ask('PUBSUB', 'CHANNELS', '*:alerts')) as string[]
    expect(await channels()).toHaveLength(1)
    ear.stop()
    await ben.check()
    expect(await channels()).toEqual([])
  })

  it('[BUS2] is several, for nodes that share no boards', async () => {
    const elsewhere = redisMeeting(redis)
    const cleo = await elsewhere.join()
    const ears = [await earOn(cleo, 'alerts'), await earOn(ana, 'alerts')] as const
    cleo.say('alerts', bytes('to nobody'))
    await cleo.check()
    ben.say('alerts', bytes('to ana'))
    await heardOnce(ears[1], 'to ana')
    await cleo.check()
    expect([wordsOf(ears[0]), wordsOf(ears[1])]).toEqual([[], ['to ana']])
    await cleo.close()
    await elsewhere.end()
  })

  it('[BUS4] keeps no more of what it can’t say than 16 MiB', async () => {
    redis.pause()
    const mebibyte = new Uint8Array(1024 * 1024)
    for (let n = 0; n < 64; n++) ana.say('alerts', mebibyte)
    expect([meeting.counts.said, meeting.counts.lost]).toEqual([16, 48])
    redis.goOn()
  })

  it('[BUS4] brings what was said last, and leaves no connection', async () => {
    ana.say('alerts', bytes('goodbye'))
    await ana.close()
    await heardOnce(ear, 'goodbye')
    await ben.close()
    expect(
      String(await redis.ask('CLIENT', 'LIST'))
        .trim()
        .split('\n'),
    ).toHaveLength(1)
  })
})

describe('a start with a Redis', () => {
  const reasonAt = async (url: string) => {
    const refused = await openRedisLine(url, hasty, () => 0).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(RedisFault)
    expect(inspect(refused, { depth: 9, showHidden: true })).not.toContain('secret')
    return refused instanceof RedisFault && refused.reason
  }

  it('[CONF5] that is not there, does not answer, or wants another password, says so without the one it was given', async () => {
    const locked = await openRedis(inject('redis'), { password: 'sesame' })
    const proxy = await openCuttingProxy(redis.url)
    proxy.silence()
    const silent = proxy.via(redis.url).replace('127.0.0.1', 'ben:secret@127.0.0.1')
    const given = locked.url.replace('sesame', 'secret')
    expect([
      await reasonAt(`redis://:secret@127.0.0.1:${await freePort()}`),
      await reasonAt(silent),
      await reasonAt(given),
      await reasonAt(locked.url.replace(':sesame@', '')),
    ]).toEqual([
      'nothing listens there',
      'it does not answer',
      'it does not take this user with this password',
      'it asks for a password',
    ])
    await proxy.close()
    await locked.clear()
  })
})
