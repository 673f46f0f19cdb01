import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { syncLimits } from '../../server/limits.ts'
import { noMetrics, silentLog } from '../../server/rooms/telemetry.ts'
import { attachSync } from '../../server/sync/attach.ts'
import { nodeTimers } from '../../server/timers.ts'
import { readEntries } from '../../shared/document/read.ts'
import { createEntry } from '../../shared/document/write.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { aReview } from '../support/review.ts'
import { openWorld } from '../support/world.ts'

/** As our own client: it does not repeat what it hears of others, which for 200 is most of what they would do. */
function quiet(client: PlainClient): PlainClient {
  client.provider.awareness.off('update', client.provider._awarenessUpdateHandler)
  return client
}

describe('two hundred people who come at the same moment', () => {
  it('[SYNC13] are all let in and sent everything, and the board is loaded once', async () => {
    process.setMaxListeners(0) // every provider of y-websocket waits for the end of its process
    const world = await openWorld()
    const people = await Promise.all(Array.from({ length: 200 }, (_, n) => world.person(`Person ${n}`)))
    const fay = world.fay.board()
    await fay.synced()
    createEntry(fay.doc, 'themes', 'alerts', { label: 'alerts', rank: 'a1' })
    await fay.saved()
    fay.close()
    await world.restart()

    const boards = people.map((person) => quiet(person.board()))
    await Promise.all(boards.map((client) => client.synced()))
    const seen = boards.map(({ doc }) => [readEntries(doc, 'themes').length, readEntries(doc, 'people').length])
    expect(seen).toEqual(boards.map(() => [1, 201]))
    const metrics = await (await fetch(`${world.origin}/metrics`)).text()
    expect(metrics).toContain('hindsight_load_seconds_count 1\n')
    await world.close()
  })
})

describe('somebody who hangs up while their board is loaded', () => {
  it('[SYNC14] leaves nobody behind in it', async () => {
    const review = await aReview()
    await review.pass(120_000)
    const go = review.store.holdLoading()
    const server = createServer()
    const sync = attachSync(server, {
      registry: review.registry,
      identify: ({ headers }) => headers.cookie,
      isOwnOrigin: () => true,
      headers: {},
      limits: syncLimits,
      timers: nodeTimers,
      log: silentLog,
      metrics: noMetrics,
      now: Date.now,
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port }: Pick<AddressInfo, 'port'> = server.address() as AddressInfo
    const knock = (person: string) =>
      new WebSocket(`ws://127.0.0.1:${port}/sync/${review.id}`, { headers: { Cookie: person } })

    const accepted = once(server, 'connection')
    const ana = knock('ana')
    const [stream]: Socket[] = await accepted
    await once(ana, 'open')
    const gone = once(stream!, 'close')
    ana.terminate()
    await gone
    const ben = knock('ben')
    await once(ben, 'open')
    const heard = once(ben, 'message')
    go()
    await review.live()
    await review.turn()
    await heard
    expect(review.registry.stats()).toEqual({ boards: 1, connections: 1 })

    ben.terminate()
    sync.close()
    server.close()
    await review.registry.close()
  })
})
