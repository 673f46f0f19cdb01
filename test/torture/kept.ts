import * as Y from 'yjs'
import type { KilledStore } from './killed-store.ts'
import type { Promised } from './promises.ts'

/** Which promises a killed server did not keep, in words. */
export function brokenPromises(store: KilledStore, promises: readonly Promised[]): readonly string[] {
  return promises.flatMap((promised) => (isKept(store, promised) ? [] : [`lost: ${worded(promised)}`]))
}

function isKept({ documents, boards, members, commands }: KilledStore, promised: Promised): boolean {
  switch (promised.what) {
    case 'update': {
      const doc = documents.get(promised.document)
      return doc !== undefined && holds(doc, promised.update)
    }
    case 'member':
      return members.has(`${promised.board}/${promised.person}`)
    case 'command':
      return commands.has(`${promised.board}/${promised.id}`)
    case 'board':
      return boards.has(promised.board)
  }
}

/** Whether a document knows all of an update: then it changes nothing, and leaves nothing waiting. */
export function holds(doc: Y.Doc, update: Uint8Array): boolean {
  let isNew = false
  const notice = () => {
    isNew = true
  }
  doc.on('update', notice)
  Y.applyUpdate(doc, update)
  doc.off('update', notice)
  const { pendingStructs, pendingDs } = doc.store
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return !isNew && pendingStructs === null && pendingDs === null
}

function worded(promised: Promised): string {
  switch (promised.what) {
    case 'update':
      return `${promised.update.length} bytes of ${promised.document} that somebody ${promised.how === 'saved' ? 'was told were saved' : 'had received'}`
    case 'member':
      return `${promised.person} on ${promised.board}, who had joined`
    case 'command':
      return `command ${promised.id} on ${promised.board}, which had been answered`
    case 'board':
      return `board ${promised.board}, which had been created`
  }
}

/** What is wrong with a store as such: holes, unbound client ids, changes that wait for what is not there. */
export function faultsOf({ documents, bindings, complaints }: KilledStore): readonly string[] {
  return [
    ...complaints,
    ...[...documents].flatMap(([name, doc]) => {
      const board = name.slice(0, name.indexOf('/'))
      const unbound = [...doc.store.clients.keys()].filter((client) => !bindings.has(`${board}/${client}`))
      const waits = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
      return [
        ...unbound.map((client) => `client id ${client} in ${name} belongs to nobody`),
        ...(waits ? [`${name} has changes that wait for what is not there`] : []),
      ]
    }),
  ]
}

/** What was settled for good, and is otherwise now: whose a client id is, and the epoch. */
export function changesFrom(before: KilledStore | undefined, after: KilledStore): readonly string[] {
  if (!before) return []
  const rebound = [...before.bindings].flatMap(([client, owner]) =>
    after.bindings.get(client) === owner
      ? []
      : [`client id ${client} was ${owner}'s, and is ${after.bindings.get(client)}'s`],
  )
  return before.epoch === after.epoch ? rebound : [...rebound, 'the epoch is another one']
}
