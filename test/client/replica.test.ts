import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openReplica } from '../../client/session/device/replica.ts'

const server = {}
const timers = { after: () => () => {}, every: () => () => {} }
const tab = () => openReplica('board', { indexedDB, timers }, (origin) => origin === server)
const written = () => {
  const doc = new Y.Doc()
  doc.getMap('actions').set('drill', 'Drill the failover')
  return Y.encodeStateAsUpdate(doc)
}

describe('a document in two tabs', () => {
  it('[CLIENT2] waits in neither once one of them has heard that it is safe', async () => {
    const [one, other] = await Promise.all([tab(), tab()])
    Y.applyUpdate(one.doc, written(), server)
    await one.catchUp() // after what it wrote

    await other.catchUp()
    expect(other.doc.getMap('actions').toJSON()).toEqual({ drill: 'Drill the failover' })
    expect(other.base.getMap('actions').toJSON()).toEqual({ drill: 'Drill the failover' })
    for (const each of [one, other]) each.release()
  })
})
