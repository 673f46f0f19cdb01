import { describe, expect, it } from 'vitest'
import { BoardGone } from '../../server/store/port.ts'
import { aCommit, aMember, bytes } from '../support/commits.ts'
import { keepsCommits } from './commits.contract.ts'
import { holdStore, listed, outage, type StorePlace, update } from './held-store.ts'
import { foldsLogs } from './snapshots.contract.ts'

/** What every store keeps to, whatever lies below it. */
export function storeContract(name: string, openPlace: () => Promise<StorePlace>): void {
  describe(`a store in ${name}`, () => {
    const held = holdStore(openPlace)

    keepsCommits(held)
    foldsLogs(held)

    it('[STORE5] deletes a board with all that belongs to it, and lets nothing bring it back', async () => {
      await held.store.boards.commit(
        'alerts',
        aCommit({ ...update('board', 'confidential'), members: [aMember('ana')] }),
      )
      await held.store.boards.fold('alerts', 'board', 1, bytes('confidential too'), true)
      await held.store.links.put({ board: 'alerts', secret: 'l1', person: 'ana', expiresAt: 9000 })
      await held.store.boards.remove('alerts')

      await expect(held.store.boards.commit('alerts', update('board', 'late'))).rejects.toThrow(BoardGone)
      await held.store.boards.fold('alerts', 'board', 1, bytes('late'), true)
      expect(await held.store.boards.load('alerts')).toBeUndefined()
      expect(await held.store.boards.listFor('ana')).toEqual([])
      expect(await held.store.links.find('alerts', 'l1', 5000)).toBeUndefined()
      expect((await held.place.raw()).includes('confidential')).toBe(false)
    })

    it('[STORE6] lists the boards a person is on, newest first, as the last commit described them', async () => {
      const ana = aMember('ana')
      await held.store.boards.commit('alerts', aCommit({ members: [ana, aMember('ben')], listing: outage }))
      await held.store.boards.create(
        { id: 'deploys', createdAt: 3000 },
        aCommit({ members: [{ ...ana, role: 'facilitator' }], listing: { ...outage, title: 'Slow', severity: null } }),
      )
      await held.store.boards.create({ id: 'left', createdAt: 4000 }, aCommit({ members: [{ ...ana, left: 4500 }] }))
      await held.store.boards.commit('alerts', aCommit({ listing: { ...outage, status: 'closed' } }))

      expect(await held.store.boards.listFor('ana')).toEqual([
        { id: 'deploys', createdAt: 3000, role: 'facilitator', ...listed, title: 'Slow', severity: null },
        { id: 'alerts', createdAt: 1000, role: 'participant', ...listed, status: 'closed' },
      ])
      expect(await held.store.boards.listFor('olga')).toEqual([])
    })

    it('[CLOCK4] finds the boards that move on by a moment, first those due first', async () => {
      const due = (id: string, movesOnAt: number | null) =>
        held.store.boards.create({ id, createdAt: 2000 }, aCommit({ listing: { ...outage, movesOnAt } }))
      await Promise.all([due('later', 9000), due('soon', 7000), due('never', null), due('now', 8000)])
      expect(await held.store.boards.dueBy(8000)).toEqual(['soon', 'now'])
      await held.store.boards.commit('soon', aCommit({ listing: { ...outage, movesOnAt: null } }))
      await held.reopen()
      expect(await held.store.boards.dueBy(9000)).toEqual(['now', 'later'])
    })

    it('[STORE7] keeps a link to oneself until it is used or expires, for its own board', async () => {
      await held.store.links.put({ board: 'alerts', secret: 'l1', person: 'ana', expiresAt: 6000 })
      expect(await held.store.links.find('alerts', 'l1', 5999)).toEqual({ person: 'ana' })
      expect(await held.store.links.find('alerts', 'l1', 6000)).toBeUndefined()
      expect(await held.store.links.find('deploys', 'l1', 5999)).toBeUndefined()
      expect(await held.store.links.take('alerts', 'l1', 6000)).toBeUndefined()

      const taken = await Promise.all([
        held.store.links.take('alerts', 'l1', 5999),
        held.store.links.take('alerts', 'l1', 5999),
      ])
      expect(taken).toEqual([{ person: 'ana' }, undefined])
    })

    it('[STORE19] keeps one token for events of a board, until it is replaced, revoked, or the board goes', async () => {
      const token = { board: 'alerts', digest: 'd1', by: 'fay', madeAt: 4000 }
      expect(await held.store.eventTokens.ofBoard('alerts')).toBeUndefined()
      await held.store.eventTokens.put(token)
      await held.reopen()
      expect(await held.store.eventTokens.find('d1')).toEqual(token)
      expect(await held.store.eventTokens.ofBoard('alerts')).toEqual(token)

      await held.store.eventTokens.put({ ...token, digest: 'd2', by: 'ana' })
      expect(await held.store.eventTokens.find('d1')).toBeUndefined()
      expect(await held.store.eventTokens.find('d2')).toEqual({ ...token, digest: 'd2', by: 'ana' })
      await held.store.eventTokens.remove('alerts')
      expect(await held.store.eventTokens.find('d2')).toBeUndefined()

      await held.store.eventTokens.put(token)
      await held.store.boards.remove('alerts')
      expect(await held.store.eventTokens.find('d1')).toBeUndefined()
      await expect(held.store.eventTokens.put(token)).rejects.toThrow(BoardGone)
    })

    it('[STORE8] keeps its epoch over restarts', async () => {
      const epoch = await held.store.epoch()
      await held.reopen()
      expect(await held.store.epoch()).toBe(epoch)
    })

    it('[STORE9] says that it can be reached, and after closing that it cannot', async () => {
      await expect(held.store.check()).resolves.toBeUndefined()
      await held.store.close()
      await expect(held.store.check()).rejects.toThrow()
      await held.open()
    })
  })
}
