import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { committedWords, decodeWords, encodeWords, type Words } from '../../server/rooms/elsewhere/words.ts'
import type { Missing } from '../../server/store/port.ts'
import { aMember, bytes } from '../support/commits.ts'

const missing: Missing = {
  head: 7,
  updates: [
    { document: 'board', seq: 12, update: bytes('one') },
    { document: 'desk/ana', seq: 3, update: bytes('two') },
  ],
  bindings: [{ client: 4_294_967_295, owner: { person: 'ana' } }],
  members: [aMember('ana', { left: 9 })],
  draftAuthors: [{ note: 'n1', person: 'ana' }],
  invites: [],
  commands: ['c1'],
}

const all: readonly Words[] = [
  { is: 'committed', head: 7, missing },
  { is: 'committed', head: 8, missing: undefined },
  { is: 'attendance', people: [{ person: 'ana', connections: 2, onBoard: 1 }] },
  { is: 'presence', states: [{ client: 5, person: 'ana', clock: 3, state: { at: 'lessons' } }] },
  { is: 'hello' },
  { is: 'bye' },
  { is: 'gone' },
]

describe('the words of servers', () => {
  it('[NODES1] are understood as they were meant', () => {
    expect(all.map((words) => decodeWords(encodeWords(words)))).toEqual(all)
  })

  it('[NODES1] tell what was committed, but for what is long, or a secret', () => {
    const secret = { role: 'observer', secret: 's', since: 4 } as const
    const long = { document: 'board', seq: 13, update: new Uint8Array(300_000) } as const
    expect(
      [missing, { ...missing, invites: [secret] }, { ...missing, updates: [long] }].map((each) => committedWords(each)),
    ).toEqual([
      all[0],
      { is: 'committed', head: 7, missing: undefined },
      { is: 'committed', head: 7, missing: undefined },
    ])
  })

  it('[NODES4] are passed over where they are of another version, or none at all', () => {
    const other = encodeWords({ is: 'hello' })
    other[0] = 99
    expect(decodeWords(other)).toBeUndefined()
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.uint8Array({ maxLength: 40 }), (nth, garbage) => {
        const cut = encodeWords(all[nth]!).slice(0, -1)
        expect(() => [decodeWords(garbage), decodeWords(cut)]).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })
})
