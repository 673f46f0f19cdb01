import { expect, it } from 'vitest'
import { BoardGone, BoardMoved } from '../../server/store/port.ts'
import { aCommit, aMember, bytes } from '../support/commits.ts'
import { desk, type HeldStore, outage, update } from './held-store.ts'

/** All of a commit, or nothing, in order. */
export function keepsCommits(held: HeldStore): void {
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
      members: [aMember('ana', { role: 'facilitator' }), aMember('ben', { joinedAt: 2000, counts: false, left: 3000 })],
      draftAuthors: [{ note: 'n1', person: 'ana' }],
      invites: [{ role: 'observer', secret: 's3cret', since: 1000 }],
      commands: ['c1'],
      listing: outage,
    })
    await held.store.boards.create({ id: 'deploys', createdAt: 1500 }, first)
    await held.store.boards.commit('deploys', update('board', 'more pages'))
    await held.reopen()

    expect(await held.store.boards.load('deploys')).toEqual({
      id: 'deploys',
      createdAt: 1500,
      head: 1,
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
      members: [aMember('ana', { role: 'facilitator' }), aMember('ben', { joinedAt: 2000, counts: false, left: 3000 })],
      draftAuthors: new Map([['n1', 'ana']]),
      invites: [{ role: 'observer', secret: 's3cret', since: 1000 }],
      commands: ['c1'],
    })
  })

  it('[STORE1] knows no board that was not created', async () => {
    expect(await held.store.boards.load('deploys')).toBeUndefined()
  })

  it('[STORE1] refuses to create one board twice', async () => {
    await expect(held.store.boards.create({ id: 'alerts', createdAt: 9 }, update('board', 'other'))).rejects.toThrow()
    expect(await held.documents()).toEqual(new Map())
  })

  it('[STORE1] carries out the commits of a board in the order of the calls, however many wait', async () => {
    const texts = Array.from({ length: 200 }, (_, n) => `update ${n}`)
    await Promise.all(texts.map((text) => held.store.boards.commit('alerts', update('board', text))))
    expect(await held.documents()).toEqual(new Map([['board', texts]]))
  })

  it('[STORE1] keeps any text and any bytes as they are', async () => {
    const name = 'Zoë 👩🏽‍🚒 "; drop table boards; --'
    await held.store.boards.commit('alerts', aCommit({ members: [aMember('ana', { name })] }))
    await held.store.boards.commit(
      'alerts',
      aCommit({ updates: [{ document: 'board', update: new Uint8Array([0, 255]).subarray(1) }] }),
    )
    const stored = await held.store.boards.load('alerts')
    expect(stored?.members[0]?.name).toBe(name)
    expect(stored?.documents.get('board')).toEqual([new Uint8Array([255])])
  })

  it('[STORE1] keeps apart what is small and what is large, one after the other, and after one that failed', async () => {
    const texts = ['a', 'B'.repeat(200_000), 'c', 'D'.repeat(300_000), 'E'.repeat(200_000), 'f', 'g']
    const bound = aCommit({ bindings: [{ client: 7, owner: { person: 'ana' } }] })
    await held.store.boards.commit('alerts', bound)
    for (const text of texts) {
      const forged = { ...update('board', `${text} and more`), bindings: bound.bindings }
      await expect(held.store.boards.commit('alerts', forged)).rejects.toThrow()
      await held.store.boards.commit('alerts', update('board', text))
    }
    expect(await held.documents()).toEqual(new Map([['board', texts]]))
  })

  it('[STORE3] stores nothing of a commit that fails', async () => {
    const taken = { client: 7, owner: { person: 'ana' } }
    await held.store.boards.commit('alerts', aCommit({ bindings: [taken] }))
    const forged = aCommit({
      updates: [{ document: 'board', update: bytes('forged') }],
      members: [aMember('ben')],
      listing: outage,
      bindings: [
        { client: 8, owner: { person: 'ben' } },
        { client: 7, owner: { person: 'ben' } },
      ],
    })
    await expect(held.store.boards.commit('alerts', forged)).rejects.toThrow()

    const stored = await held.store.boards.load('alerts')
    expect(stored?.bindings).toEqual(new Map([[7, { person: 'ana' }]]))
    expect(stored?.members).toEqual([])
    expect(stored?.documents).toEqual(new Map())
  })

  it('[STORE3] lets no failing commit take others down with it', async () => {
    await held.store.boards.create({ id: 'deploys', createdAt: 1000 }, aCommit())
    const bound = aCommit({ bindings: [{ client: 7, owner: { person: 'ana' } }] })
    await held.store.boards.commit('alerts', bound)

    const outcomes = await Promise.allSettled([
      held.store.boards.commit('deploys', update('board', 'one')),
      held.store.boards.commit('alerts', bound),
      held.store.boards.commit('gone', update('board', 'nowhere')),
      held.store.boards.commit('deploys', update('board', 'two')),
      held.store.boards.commit('alerts', update('board', 'three')),
    ])
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ])
    expect(await held.documents('deploys')).toEqual(new Map([['board', ['one', 'two']]]))
    expect(await held.documents('alerts')).toEqual(new Map([['board', ['three']]]))
  })

  it('[STORE20] takes a commit that was decided on its newest state, and no other', async () => {
    const { head } = (await held.store.boards.load('alerts'))!
    await held.store.boards.commit('alerts', update('board', 'first'), head)
    const late = { ...update('board', 'late'), members: [aMember('ben')], listing: outage }
    await expect(held.store.boards.commit('alerts', late, head)).rejects.toThrow(BoardMoved)
    await held.store.boards.commit('alerts', update(desk, 'draft'), head + 1)
    await expect(held.store.boards.commit('gone', late, head)).rejects.toThrow(BoardGone)

    const stored = await held.store.boards.load('alerts')
    expect([stored?.head, stored?.members]).toEqual([head + 2, []])
    expect(await held.documents()).toEqual(
      new Map<string, string[]>([
        ['board', ['first']],
        [desk, ['draft']],
      ]),
    )
  })

  it('[STORE3] replaces members and invites, keeps the first author of a draft, and takes a command once', async () => {
    const ana = aMember('ana')
    const invite = { role: 'participant', secret: 'old', since: 1000 } as const
    const draftAuthors = [{ note: 'n1', person: 'ana' }]
    await held.store.boards.commit(
      'alerts',
      aCommit({ members: [ana], invites: [invite], commands: ['c1'], draftAuthors }),
    )
    await held.store.boards.commit(
      'alerts',
      aCommit({
        members: [{ ...ana, role: 'observer', left: 4000 }],
        invites: [{ ...invite, secret: 'new', since: 4000 }],
        commands: ['c1', 'c2'],
        draftAuthors: [{ note: 'n1', person: 'ben' }],
      }),
    )
    const stored = await held.store.boards.load('alerts')
    expect(stored?.members).toEqual([{ ...ana, role: 'observer', left: 4000 }])
    expect(stored?.invites).toEqual([{ ...invite, secret: 'new', since: 4000 }])
    expect(stored?.commands).toEqual(['c1', 'c2'])
    expect(stored?.draftAuthors).toEqual(new Map([['n1', 'ana']]))
  })
}
