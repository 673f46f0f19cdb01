import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addTheme, labels } from '../support/labels.ts'
import { type Node, type Nodes, openNodes } from '../support/node-processes.ts'
import { openPlainBoard } from '../support/world.ts'

let place: Nodes

beforeAll(async () => {
  const programs = { postgres: inject('postgres'), redis: inject('redis') }
  place = await openNodes({ count: 3, programs, isDurable: false })
})

afterAll(() => place.clear())

interface Going {
  go(node: Node): Promise<void> | void
  comeBack(node: Node): Promise<void> | void
}

const killed: Going = { go: (node) => node.kill(), comeBack: (node) => node.start() }
const stopped: Going = { go: (node) => node.stop(), comeBack: (node) => node.start() }
const cutOff: Going = { go: ({ toPostgres }) => toPostgres.silence(), comeBack: ({ toPostgres }) => toPostgres.mend() }
const standing: Going = { go: (node) => node.pause(), comeBack: (node) => node.goOn() }

describe('three servers behind a load balancer', () => {
  it.each([
    ['is killed', killed, 0],
    ['is stopped in order', stopped, 1],
    ['stands still', standing, 2],
    ['hears nothing of PostgreSQL', cutOff, 0],
  ])(
    '[OPS3] go on as one when one of them %s: all are back, and all is saved, within five seconds',
    async (_, how, nth) => {
      const { fay, person, hangUp } = await openPlainBoard(place.balancer.url)
      const people = [fay, await person('ana'), await person('ben')]
      const clients = people.map((one) => one.board())
      await Promise.all(clients.map((client) => client.synced()))
      const node = place.nodes[nth]!
      const wentAt = performance.now()
      await how.go(node)
      for (const [n, { doc }] of clients.entries()) addTheme(doc, `theme-${n}`)
      await Promise.all(clients.map((client) => client.sees((doc) => labels(doc).length === people.length)))
      await Promise.all(clients.map((client) => client.saved()))
      expect(performance.now() - wentAt).toBeLessThan(5000)
      await how.comeBack(node)
      hangUp()
    },
  )
})
