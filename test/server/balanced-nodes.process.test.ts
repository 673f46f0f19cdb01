import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addTheme, labels } from '../support/labels.ts'
import { type Nodes, openNodes } from '../support/node-processes.ts'
import { openPlainBoard } from '../support/world.ts'

let place: Nodes

beforeAll(async () => {
  const programs = { postgres: inject('postgres'), redis: inject('redis') }
  place = await openNodes({ count: 1, programs, isDurable: false })
})

afterAll(() => place.clear())

describe('servers behind a load balancer', () => {
  it('[OPS3] are left by nobody for longer than five seconds when one of them is killed', async () => {
    const { fay, person, hangUp } = await openPlainBoard(place.balancer.url)
    const ana = await person('ana')
    const clients = [fay.board(), ana.board()]
    await Promise.all(clients.map((client) => client.synced()))
    for (const node of place.nodes) {
      const killedAt = performance.now()
      await node.kill()
      await node.start()
      for (const [n, { doc }] of clients.entries()) addTheme(doc, `${node.port}-${n}`)
      const both = (doc: Parameters<typeof labels>[0]) =>
        labels(doc).filter((label) => label.startsWith(`${node.port}-`)).length === 2
      await Promise.all(clients.map((client) => client.sees(both)))
      await Promise.all(clients.map((client) => client.saved()))
      expect(performance.now() - killedAt).toBeLessThan(5000)
    }
    hangUp()
  })
})
