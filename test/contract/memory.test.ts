import { emptyShelf, openMemoryStore } from '../support/memory-store.ts'
import { storeContract } from './store.contract.ts'

storeContract('memory, as the tests of rooms use it', async () => {
  const shelf = emptyShelf()
  return {
    open: async () => openMemoryStore(shelf),
    raw: async () => Buffer.from([...shelf.boards.values()].flatMap(bytesOf)),
    clear: async () => {},
  }
})

function bytesOf({
  documents,
}: {
  readonly documents: ReadonlyMap<string, { readonly updates: readonly { readonly bytes: Uint8Array }[] }>
}) {
  return [...documents.values()].flatMap(({ updates }) => updates.flatMap(({ bytes }) => [...bytes]))
}
