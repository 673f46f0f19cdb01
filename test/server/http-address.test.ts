import { afterEach, describe, expect, it } from 'vitest'
import type { TrustProxy } from '../../server/config.ts'
import { clientAddress } from '../../server/http/client-address.ts'
import { rateLimits } from '../../server/limits.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { openWorld, type World } from '../support/world.ts'

const none: TrustProxy | undefined = undefined
const onProxy: TrustProxy = { hops: 1 }
const two: TrustProxy = { hops: 2 }
const networks: TrustProxy = { networks: ['10.0.0.0/8', 'fd00::/8'] }

describe('the address of a request', () => {
  it.each([
    ['the connection’s, whatever a header says', none, '198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['the connection’s on this machine too', none, '127.0.0.1', '203.0.113.9', '127.0.0.1'],
    ['what the one proxy saw', onProxy, '10.0.0.2', '203.0.113.9', '203.0.113.9'],
    ['what the proxy saw, not what came with it', onProxy, '10.0.0.2', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['what the outer of two proxies saw', two, '10.0.0.2', '1.1.1.1, 203.0.113.9, 10.0.0.3', '203.0.113.9'],
    ['the proxy’s where it says nothing', onProxy, '10.0.0.2', undefined, '10.0.0.2'],
    ['the proxy’s where it says nonsense', onProxy, '10.0.0.2', '203.0.113.9, <script>', '10.0.0.2'],
    ['as far back as known proxies go', networks, '10.0.0.2', '1.1.1.1, 203.0.113.9, fd00::5', '203.0.113.9'],
    ['the connection’s where that is no known proxy', networks, '198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['the first proxy’s where all are known', networks, '10.0.0.2', '10.0.0.9, 10.0.0.3', '10.0.0.9'],
    ['IPv4 where it is dressed as IPv6', networks, '::ffff:10.0.0.2', '::ffff:203.0.113.9', '203.0.113.9'],
    ['without its port', onProxy, '10.0.0.2', '203.0.113.9:51234', '203.0.113.9'],
    ['of IPv6 without its port', onProxy, '10.0.0.2', '[2001:db8:1:2:3:4:5:6]:443', '2001:db8:1:2::/64'],
    ['of IPv6 counted with its whole /64', none, '2001:db8:1:2:ffff::1', undefined, '2001:db8:1:2::/64'],
    ['of IPv6 with a zone', none, 'fe80::1%eth0', undefined, 'fe80::/64'],
    ['unknown where there is none', none, undefined, '203.0.113.9', 'unknown'],
  ])('[HTTP16] is %s', (_what, trust, peer, forwardedFor, address) => {
    expect(clientAddress(trust)({ peer, forwardedFor })).toBe(address)
  })
})

describe('somebody who asks too often', () => {
  let world: World

  afterEach(() => world.close())

  const open = (trustProxy?: TrustProxy) =>
    openWorld({
      config: { trustProxy },
      surroundings: {
        requestLimits: { ...rateLimits, creating: { points: 3, seconds: 60 }, joining: { points: 4, seconds: 60 } },
      },
    }).then((opened) => {
      world = opened
    })
  const post = (path: string, body: unknown, from: string) =>
    fetch(`${world.origin}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-Forwarded-For': from,
        Forwarded: `for=${from}`,
        'X-Real-IP': from,
      },
      body: JSON.stringify(body),
    }).then(({ status }) => status)
  const create = (from: string) => post(apiPaths.boards(), { title: 'Alerts', name: 'Fay' }, from)
  const guess = (from: string, invite = 'a-guess') => post(apiPaths.join(world.id), { invite, name: 'Eve' }, from)

  it('[HTTP16] gains nothing by claiming other addresses', async () => {
    await open()
    const answers = [await create('203.0.113.1'), await create('203.0.113.2'), await create('203.0.113.3')]
    expect(answers).toEqual([201, 201, 429])
  })

  it('[HTTP16] gains nothing by claiming them to a proxy either, and takes nothing from others behind it', async () => {
    await open({ hops: 1 })
    const eve = [1, 2, 3, 4].map((n) => `198.51.100.${n}, 203.0.113.66`)
    const answers: number[] = []
    for (const from of eve) answers.push(await create(from))
    expect(answers).toEqual([201, 201, 201, 429])
    expect(await create('203.0.113.67')).toBe(201)
  })

  it('[HTTP16] is one and the same in all of their IPv6 addresses', async () => {
    await open({ networks: ['127.0.0.0/8', '::1/128'] })
    const answers: number[] = []
    for (const n of [1, 2, 3, 4]) answers.push(await create(`2001:db8:1:2:${n}::${n}`))
    expect(answers).toEqual([201, 201, 201, 429])
    expect(await create('2001:db8:1:3::1')).toBe(201)
  })

  it('[HTTP17] is stopped guessing invites and links to oneself, and joins with a good one no sooner', async () => {
    await open({ hops: 1 })
    const answers = [await guess('203.0.113.5'), await guess('203.0.113.5'), await guess('203.0.113.5')]
    const look = await post(apiPaths.invitation(world.id), { invite: 'another' }, '203.0.113.5')
    expect([...answers, look]).toEqual([403, 403, 403, 403])
    expect(await guess('203.0.113.5', world.invites.participant)).toBe(429)
    expect(await guess('203.0.113.6', world.invites.participant)).toBe(200)
  })
})
