import { beforeEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type Rival, watchRivals } from '../../client/session/rivals.ts'
import { cell } from '../../client/session/watched.ts'
import { createEntry, setFields } from '../../shared/document/write.ts'

interface Hand {
  readonly doc: Y.Doc
  readonly told: Rival[]
}

describe('a note that two people move', () => {
  let ana: Hand
  let ben: Hand

  function hand(client: number, name: string, others: ReadonlyMap<number, string>): Hand {
    const doc = new Y.Doc()
    doc.clientID = client
    const awareness = new Awareness(doc)
    for (const [id, person] of others) awareness.states.set(id, { person })
    const told: Rival[] = []
    watchRivals(cell(doc), cell(awareness), name).subscribe((rival) => told.push(rival))
    return { doc, told }
  }

  /** Each gets what the other wrote since they parted. */
  function meet(): void {
    const [fromAna, fromBen] = [ana, ben].map(({ doc }) => Y.encodeStateAsUpdate(doc))
    Y.applyUpdate(ben.doc, fromAna!)
    Y.applyUpdate(ana.doc, fromBen!)
  }
  const put = ({ doc }: Hand, theme: string | null) => setFields(doc, 'notes', 'canary', { theme })
  const themeOf = ({ doc }: Hand) => doc.getMap<Y.Map<unknown>>('notes').get('canary')?.get('theme')

  beforeEach(() => {
    const people = new Map([
      [1, 'ana'],
      [2, 'ben'],
    ])
    ana = hand(1, 'ana', people)
    ben = hand(2, 'ben', people)
    createEntry(ana.doc, 'notes', 'canary', { section: 'lessons', createdAt: 1, rank: 'a0', theme: 'before' })
    meet()
  })

  it('[MOVED1] at once is in one place, and both are told who else, and which way it went', () => {
    put(ana, 'hers')
    put(ben, 'his')
    meet()
    expect(themeOf(ana)).toBe(themeOf(ben))
    const common = { note: 'canary', field: 'theme', before: 'before' }
    const anaWon = themeOf(ana) === 'hers'
    expect(ana.told).toEqual([{ ...common, won: anaWon, by: 'ben', mine: 'hers' }])
    expect(ben.told).toEqual([{ ...common, won: !anaWon, by: 'ana', mine: 'his' }])
    meet()
    expect([ana.told.length, ben.told.length]).toEqual([1, 1])
  })

  it('[MOVED1] one after the other is nothing to tell', () => {
    put(ana, 'hers')
    meet()
    put(ben, 'his')
    meet()
    put(ana, 'hers again')
    meet()
    expect([...ana.told, ...ben.told]).toEqual([])
  })

  it('[MOVED1] is told of a move made while cut off as well, and never of one’s own in another tab', () => {
    const others = new Map([
      [1, 'ana'],
      [3, 'ana'],
    ])
    const tab = hand(3, 'ana', others)
    Y.applyUpdate(tab.doc, Y.encodeStateAsUpdate(ana.doc))
    put(tab, 'elsewhere')
    put(ana, 'hers')
    Y.applyUpdate(tab.doc, Y.encodeStateAsUpdate(ana.doc))
    expect(tab.told).toEqual([])
  })

  it('[MOVED1] by somebody who is not here any more is told without a name', () => {
    put(ana, 'hers')
    const gone = new Y.Doc()
    gone.clientID = 9
    Y.applyUpdate(gone, Y.encodeStateAsUpdate(ben.doc))
    setFields(gone, 'notes', 'canary', { theme: 'theirs' })
    Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(gone))
    expect(ana.told).toMatchObject([{ by: null, mine: 'hers' }])
  })
})
