import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BoardGone, deskKey, type ListingFacts, type Store } from '../../server/store/port.ts'
import { aCommit, aMember, bytes } from '../support/commits.ts'

/** Where a store keeps its things between one opening and the next. */
export interface StorePlace {
  open(now: () => number): Promise<Store>
  /** Everything that lies there now, as raw bytes. */
  raw(): Promise<Buffer>
  clear(): Promise<void>
}

const listed = {
  title: 'Deploys stopped',
  severity: 'SEV-2',
  status: 'open',
  phase: 'Reflect',
  openActions: 2,
  origin: 'where-it-came-from',
} as const
const outage: ListingFacts = { ...listed, movesOnAt: null }
const desk = deskKey('ana')
const update = (document: 'board' | typeof desk, text: string) =>
  aCommit({ updates: [{ document, update: bytes(text) }] })

/** What every store keeps to, whatever lies below it. */
export function storeContract(name: string, openPlace: () => Promise<StorePlace>): void {
  describe(`a store in ${name}`, () => {
    let place: StorePlace
    let store: Store
    const now = () => 5000

    const reopen = async () => {
      await store.close()
      store = await place.open(now)
    }
    const documents = async (board = 'alerts') => {
      const stored = await store.boards.load(board)
      return new Map(
        [...stored!.documents].map(([key, parts]) => [key, parts.map((part) => Buffer.from(part).toString())]),
      )
    }

    beforeEach(async () => {
      place = await openPlace()
      store = await place.open(now)
      await store.boards.create({ id: 'alerts', createdAt: 1000 }, aCommit())
    })

    afterEach(async () => {
      await store.close()
      await place.clear()
    })

    it('[STORE1] gives back, after a restart, all that was committed', async () => {
      const first = aCommit({
        updates: [
          { document: 'board', update: bytes('pages') },
          { document: desk, update: bytes('a draft') },
        ],
        bindings: [
          { client: 7, owner: 'server' },
          { client: 4_294_967_295, owner: { person: 'ana' } },
        ],
        members: [
          aMember('ana', { role: 'facilitator' }),
          aMember('ben', { joinedAt: 2000, counts: false, left: 3000 }),
        ],
        draftAuthors: [{ note: 'n1', person: 'ana' }],
        invites: [{ role: 'observer', secret: 's3cret', since: 1000 }],
        commands: ['c1'],
        listing: outage,
      })
      await store.boards.create({ id: 'deploys', createdAt: 1500 }, first)
      await store.boards.commit('deploys', update('board', 'more pages'))
      await reopen()

      expect(await store.boards.load('deploys')).toEqual({
        id: 'deploys',
        createdAt: 1500,
        documents: new Map([
          ['board', [bytes('pages'), bytes('more pages')]],
          [desk, [bytes('a draft')]],
        ]),
        heads: new Map([
          ['board', { seq: 2, sinceSnapshot: 2 }],
          [desk, { seq: 1, sinceSnapshot: 1 }],
        ]),
        bindings: new Map<number, unknown>([
          [7, 'server'],
          [4_294_967_295, { person: 'ana' }],
        ]),
        members: [
          aMember('ana', { role: 'facilitator' }),
          aMember('ben', { joinedAt: 2000, counts: false, left: 3000 }),
        ],
        draftAuthors: new Map([['n1', 'ana']]),
        invites: [{ role: 'observer', secret: 's3cret', since: 1000 }],
        commands: ['c1'],
      })
    })

    it('[STORE1] knows no board that was not created', async () => {
      expect(await store.boards.load('deploys')).toBeUndefined()
    })

    it('[STORE1] refuses to create one board twice', async () => {
      await expect(store.boards.create({ id: 'alerts', createdAt: 9 }, update('board', 'other'))).rejects.toThrow()
      expect(await documents()).toEqual(new Map())
    })

    it('[STORE1] carries out the commits of a board in the order of the calls, however many wait', async () => {
      const texts = Array.from({ length: 200 }, (_, n) => `update ${n}`)
      await Promise.all(texts.map((text) => store.boards.commit('alerts', update('board', text))))
      expect(await documents()).toEqual(new Map([['board', texts]]))
    })

    it('[STORE1] keeps any text and any bytes as they are', async () => {
      const name = 'Zoë 👩🏽‍🚒 "; drop table boards; --'
      await store.boards.commit('alerts', aCommit({ members: [aMember('ana', { name })] }))
      await store.boards.commit(
        'alerts',
        aCommit({ updates: [{ document: 'board', update: new Uint8Array([0, 255]).subarray(1) }] }),
      )
      const stored = await store.boards.load('alerts')
      expect(stored?.members[0]?.name).toBe(name)
      expect(stored?.documents.get('board')).toEqual([new Uint8Array([255])])
    })

    it('[STORE3] stores nothing of a commit that fails', async () => {
      const taken = { client: 7, owner: { person: 'ana' } }
      await store.boards.commit('alerts', aCommit({ bindings: [taken] }))
      const forged = aCommit({
        updates: [{ document: 'board', update: bytes('forged') }],
        members: [aMember('ben')],
        listing: outage,
        bindings: [
          { client: 8, owner: { person: 'ben' } },
          { client: 7, owner: { person: 'ben' } },
        ],
      })
      await expect(store.boards.commit('alerts', forged)).rejects.toThrow()

      const stored = await store.boards.load('alerts')
      expect(stored?.bindings).toEqual(new Map([[7, { person: 'ana' }]]))
      expect(stored?.members).toEqual([])
      expect(stored?.documents).toEqual(new Map())
    })

    it('[STORE3] lets no failing commit take others down with it', async () => {
      await store.boards.create({ id: 'deploys', createdAt: 1000 }, aCommit())
      const bound = aCommit({ bindings: [{ client: 7, owner: { person: 'ana' } }] })
      await store.boards.commit('alerts', bound)

      const outcomes = await Promise.allSettled([
        store.boards.commit('deploys', update('board', 'one')),
        store.boards.commit('alerts', bound),
        store.boards.commit('gone', update('board', 'nowhere')),
        store.boards.commit('deploys', update('board', 'two')),
        store.boards.commit('alerts', update('board', 'three')),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'fulfilled',
        'fulfilled',
      ])
      expect(await documents('deploys')).toEqual(new Map([['board', ['one', 'two']]]))
      expect(await documents('alerts')).toEqual(new Map([['board', ['three']]]))
    })

    it('[STORE3] replaces members and invites, keeps the first author of a draft, and takes a command once', async () => {
      const ana = aMember('ana')
      const invite = { role: 'participant', secret: 'old', since: 1000 } as const
      const draftAuthors = [{ note: 'n1', person: 'ana' }]
      await store.boards.commit(
        'alerts',
        aCommit({ members: [ana], invites: [invite], commands: ['c1'], draftAuthors }),
      )
      await store.boards.commit(
        'alerts',
        aCommit({
          members: [{ ...ana, role: 'observer', left: 4000 }],
          invites: [{ ...invite, secret: 'new', since: 4000 }],
          commands: ['c1', 'c2'],
          draftAuthors: [{ note: 'n1', person: 'ben' }],
        }),
      )
      const stored = await store.boards.load('alerts')
      expect(stored?.members).toEqual([{ ...ana, role: 'observer', left: 4000 }])
      expect(stored?.invites).toEqual([{ ...invite, secret: 'new', since: 4000 }])
      expect(stored?.commands).toEqual(['c1', 'c2'])
      expect(stored?.draftAuthors).toEqual(new Map([['n1', 'ana']]))
    })

    it('[STORE4] folds the log of a document into a snapshot, and of that document only', async () => {
      for (const text of ['a', 'b', 'c']) await store.boards.commit('alerts', update('board', text))
      await store.boards.commit('alerts', update(desk, 'draft'))
      await store.boards.fold('alerts', 'board', 2, bytes('ab'), true)

      expect(await documents()).toEqual(
        new Map<string, string[]>([
          ['board', ['ab', 'c']],
          [desk, ['draft']],
        ]),
      )
      const stored = await store.boards.load('alerts')
      expect(stored?.heads.get('board')).toEqual({ seq: 3, sinceSnapshot: 1 })
    })

    it('[STORE4] loses nothing that is appended while it folds', async () => {
      for (const text of ['a', 'b']) await store.boards.commit('alerts', update('board', text))
      await Promise.all([
        store.boards.commit('alerts', update('board', 'c')),
        store.boards.fold('alerts', 'board', 2, bytes('ab'), false),
        store.boards.commit('alerts', update('board', 'd')),
      ])
      expect(await documents()).toEqual(new Map([['board', ['ab', 'c', 'd']]]))
    })

    it('[STORE4] never goes back to an older snapshot', async () => {
      for (const text of ['a', 'b', 'c']) await store.boards.commit('alerts', update('board', text))
      await store.boards.fold('alerts', 'board', 3, bytes('abc'), false)
      await store.boards.fold('alerts', 'board', 2, bytes('ab'), false)
      expect(await documents()).toEqual(new Map([['board', ['abc']]]))
    })

    it('[STORE4] refuses to fold updates that it does not hold', async () => {
      await store.boards.commit('alerts', update('board', 'a'))
      await expect(store.boards.fold('alerts', 'board', 2, bytes('ab'), false)).rejects.toThrow(RangeError)
      expect(await documents()).toEqual(new Map([['board', ['a']]]))
    })

    it('[STORE5] deletes a board with all that belongs to it, and lets nothing bring it back', async () => {
      await store.boards.commit('alerts', aCommit({ ...update('board', 'confidential'), members: [aMember('ana')] }))
      await store.boards.fold('alerts', 'board', 1, bytes('confidential too'), true)
      await store.links.put({ board: 'alerts', secret: 'l1', person: 'ana', expiresAt: 9000 })
      await store.boards.remove('alerts')

      await expect(store.boards.commit('alerts', update('board', 'late'))).rejects.toThrow(BoardGone)
      await store.boards.fold('alerts', 'board', 1, bytes('late'), true)
      expect(await store.boards.load('alerts')).toBeUndefined()
      expect(await store.boards.listFor('ana')).toEqual([])
      expect(await store.links.find('alerts', 'l1', 5000)).toBeUndefined()
      expect((await place.raw()).includes('confidential')).toBe(false)
    })

    it('[STORE6] lists the boards a person is on, newest first, as the last commit described them', async () => {
      const ana = aMember('ana')
      await store.boards.commit('alerts', aCommit({ members: [ana, aMember('ben')], listing: outage }))
      await store.boards.create(
        { id: 'deploys', createdAt: 3000 },
        aCommit({ members: [{ ...ana, role: 'facilitator' }], listing: { ...outage, title: 'Slow', severity: null } }),
      )
      await store.boards.create({ id: 'left', createdAt: 4000 }, aCommit({ members: [{ ...ana, left: 4500 }] }))
      await store.boards.commit('alerts', aCommit({ listing: { ...outage, status: 'closed' } }))

      expect(await store.boards.listFor('ana')).toEqual([
        { id: 'deploys', createdAt: 3000, role: 'facilitator', ...listed, title: 'Slow', severity: null },
        { id: 'alerts', createdAt: 1000, role: 'participant', ...listed, status: 'closed' },
      ])
      expect(await store.boards.listFor('olga')).toEqual([])
    })

    it('[CLOCK4] finds the boards that move on by a moment, first those due first', async () => {
      const due = (id: string, movesOnAt: number | null) =>
        store.boards.create({ id, createdAt: 2000 }, aCommit({ listing: { ...outage, movesOnAt } }))
      await Promise.all([due('later', 9000), due('soon', 7000), due('never', null), due('now', 8000)])
      expect(await store.boards.dueBy(8000)).toEqual(['soon', 'now'])
      await store.boards.commit('soon', aCommit({ listing: { ...outage, movesOnAt: null } }))
      await reopen()
      expect(await store.boards.dueBy(9000)).toEqual(['now', 'later'])
    })

    it('[STORE7] keeps a link to oneself until it is used or expires, for its own board', async () => {
      await store.links.put({ board: 'alerts', secret: 'l1', person: 'ana', expiresAt: 6000 })
      expect(await store.links.find('alerts', 'l1', 5999)).toEqual({ person: 'ana' })
      expect(await store.links.find('alerts', 'l1', 6000)).toBeUndefined()
      expect(await store.links.find('deploys', 'l1', 5999)).toBeUndefined()
      expect(await store.links.take('alerts', 'l1', 6000)).toBeUndefined()

      const taken = await Promise.all([store.links.take('alerts', 'l1', 5999), store.links.take('alerts', 'l1', 5999)])
      expect(taken).toEqual([{ person: 'ana' }, undefined])
    })

    it('[STORE19] keeps one token for events of a board, until it is replaced, revoked, or the board goes', async () => {
      const token = { board: 'alerts', digest: 'd1', by: 'fay', madeAt: 4000 }
      expect(await store.eventTokens.ofBoard('alerts')).toBeUndefined()
      await store.eventTokens.put(token)
      await reopen()
      expect(await store.eventTokens.find('d1')).toEqual(token)
      expect(await store.eventTokens.ofBoard('alerts')).toEqual(token)

      await store.eventTokens.put({ ...token, digest: 'd2', by: 'ana' })
      expect(await store.eventTokens.find('d1')).toBeUndefined()
      expect(await store.eventTokens.find('d2')).toEqual({ ...token, digest: 'd2', by: 'ana' })
      await store.eventTokens.remove('alerts')
      expect(await store.eventTokens.find('d2')).toBeUndefined()

      await store.eventTokens.put(token)
      await store.boards.remove('alerts')
      expect(await store.eventTokens.find('d1')).toBeUndefined()
      await expect(store.eventTokens.put(token)).rejects.toThrow(BoardGone)
    })

    it('[STORE8] keeps its epoch over restarts', async () => {
      const epoch = await store.epoch()
      await reopen()
      expect(await store.epoch()).toBe(epoch)
    })

    it('[STORE9] says that it can be reached, and after closing that it cannot', async () => {
      await expect(store.check()).resolves.toBeUndefined()
      await store.close()
      await expect(store.check()).rejects.toThrow()
      store = await place.open(now)
    })
  })
}
