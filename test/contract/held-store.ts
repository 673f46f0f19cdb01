import { afterEach, beforeEach } from 'vitest'
import { deskKey, type ListingFacts, type Store } from '../../server/store/port.ts'
import { aCommit, bytes } from '../support/commits.ts'

/** Where a store keeps its things between one opening and the next. */
export interface StorePlace {
  open(now: () => number): Promise<Store>
  /** Everything that lies there now, as raw bytes. */
  raw(): Promise<Buffer>
  clear(): Promise<void>
}

/** An open store for each test, at a place of its own, with a board named `alerts`. */
export interface HeldStore {
  readonly place: StorePlace
  readonly store: Store
  /** Opens what is closed. */
  open(): Promise<void>
  reopen(): Promise<void>
  /** What is stored of a board, by document, as text. */
  documents(board?: string): Promise<ReadonlyMap<string, readonly string[]>>
}

export function holdStore(openPlace: () => Promise<StorePlace>): HeldStore {
  let place: StorePlace
  let store: Store

  const open = async () => {
    store = await place.open(() => 5000)
  }

  beforeEach(async () => {
    place = await openPlace()
    await open()
    await store.boards.create({ id: 'alerts', createdAt: 1000 }, aCommit())
  })

  afterEach(async () => {
    await store.close()
    await place.clear()
  })

  return {
    get place() {
      return place
    },
    get store() {
      return store
    },
    open,
    async reopen() {
      await store.close()
      await open()
    },
    async documents(board = 'alerts') {
      const stored = await store.boards.load(board)
      return new Map(
        [...stored!.documents].map(([key, parts]) => [key, parts.map((part) => Buffer.from(part).toString())]),
      )
    },
  }
}

export const listed = {
  title: 'Deploys stopped',
  severity: 'SEV-2',
  status: 'open',
  phase: 'Reflect',
  openActions: 2,
  origin: 'where-it-came-from',
} as const

export const outage: ListingFacts = { ...listed, movesOnAt: null }

export const desk = deskKey('ana')

export const update = (document: 'board' | typeof desk, text: string) =>
  aCommit({ updates: [{ document, update: bytes(text) }] })
