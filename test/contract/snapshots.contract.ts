import { expect, it } from 'vitest'
import { bytes } from '../support/commits.ts'
import { desk, type HeldStore, update } from './held-store.ts'

/** A log that is folded stays what it was. */
export function foldsLogs(held: HeldStore): void {
  it('[STORE4] folds the log of a document into a snapshot, and of that document only', async () => {
    for (const text of ['a', 'b', 'c']) await held.store.boards.commit('alerts', update('board', text))
    await held.store.boards.commit('alerts', update(desk, 'draft'))
    await held.store.boards.fold('alerts', 'board', 2, bytes('ab'), true)

    expect(await held.documents()).toEqual(
      new Map<string, string[]>([
        ['board', ['ab', 'c']],
        [desk, ['draft']],
      ]),
    )
    const stored = await held.store.boards.load('alerts')
    expect(stored?.heads.get('board')).toEqual({ seq: 3, sinceSnapshot: 1 })
  })

  it('[STORE4] loses nothing that is appended while it folds', async () => {
    for (const text of ['a', 'b']) await held.store.boards.commit('alerts', update('board', text))
    await Promise.all([
      held.store.boards.commit('alerts', update('board', 'c')),
      held.store.boards.fold('alerts', 'board', 2, bytes('ab'), false),
      held.store.boards.commit('alerts', update('board', 'd')),
    ])
    expect(await held.documents()).toEqual(new Map([['board', ['ab', 'c', 'd']]]))
  })

  it('[STORE4] never goes back to an older snapshot', async () => {
    for (const text of ['a', 'b', 'c']) await held.store.boards.commit('alerts', update('board', text))
    await held.store.boards.fold('alerts', 'board', 3, bytes('abc'), false)
    await held.store.boards.fold('alerts', 'board', 2, bytes('ab'), false)
    expect(await held.documents()).toEqual(new Map([['board', ['abc']]]))
  })

  it('[STORE4] refuses to fold updates that it does not hold', async () => {
    await held.store.boards.commit('alerts', update('board', 'a'))
    await expect(held.store.boards.fold('alerts', 'board', 2, bytes('ab'), false)).rejects.toThrow(RangeError)
    expect(await held.documents()).toEqual(new Map([['board', ['a']]]))
  })

  it('[STORE4] folds many logs at once; of one that can’t be folded nothing changes', async () => {
    const desks = Array.from({ length: 30 }, (_, nth) => `desk/person-${nth}` as const)
    for (const each of desks) await held.store.boards.commit('alerts', update(each, 'draft'))
    const folding = desks.map((each, nth) =>
      held.store.boards.fold('alerts', each, nth === 17 ? 2 : 1, bytes('folded'), false),
    )
    const folded = (await Promise.allSettled(folding)).map(({ status }) => status === 'fulfilled')
    expect(folded).toEqual(desks.map((_, nth) => nth !== 17))
    expect(await held.documents()).toEqual(new Map(desks.map((each, nth) => [each, [nth === 17 ? 'draft' : 'folded']])))
  })
}
