// @vitest-environment jsdom
import { act, render } from '@testing-library/react'
import { memo } from 'react'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { SessionProvider } from '../../client/session/context.tsx'
import { useEntry, usePlacement, useSessionFacts } from '../../client/session/hooks.ts'
import { useVoting } from '../../client/session/use-voting.ts'
import { readEntry } from '../../shared/document/read.ts'
import { setFields, textOf } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests } from '../support/board-alone.tsx'

clearBetweenTests()

const hundred = Array.from({ length: 100 }, (_, index) => ({ id: `n${index}`, text: `Note ${index}` }))

/** The same board in another browser. Each carries over to the other when told. */
function ben(board: Y.Doc) {
  const doc = new Y.Doc()
  const bring = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)))
  bring(board, doc)
  return { doc, send: () => act(() => bring(doc, board)) }
}

/** A list of notes that counts how often each part of it was drawn. */
function countedList(options: Parameters<typeof boardAlone>[0]) {
  const drawn = { list: 0, cards: [] as string[] }
  const Card = memo(({ id }: { readonly id: string }) => {
    drawn.cards.push(id)
    return <li>{useEntry('notes', id)?.text}</li>
  })
  function List() {
    drawn.list += 1
    return usePlacement().sections.map(({ section, notes }) => (
      <ul key={section.id}>
        {notes.map((note) => (
          <Card key={note.id} id={note.id} />
        ))}
      </ul>
    ))
  }
  const alone = boardAlone(options)
  const shown = render(
    <SessionProvider session={alone.session}>
      <List />
    </SessionProvider>,
  )
  const texts = () => shown.getAllByRole('listitem').map((each) => each.textContent)
  drawn.list = 0
  drawn.cards = []
  return { ...alone, drawn, texts }
}

describe('a board on screen', () => {
  it('[CLIENT6] draws one card again when one of a hundred notes is reworded, and no list', () => {
    const { board, drawn, texts } = countedList({ notes: hundred })
    const bens = ben(board)

    textOf(bens.doc, 'notes', 'n42', 'text')?.insert(0, 'My ')
    bens.send()

    expect(drawn).toEqual({ list: 0, cards: ['n42'] })
    expect(texts()).toContain('My Note 42')
  })

  it('[CLIENT6] draws the list and the card again when a note is moved', () => {
    const { board, drawn, texts } = countedList({ notes: hundred.slice(0, 3) })
    const bens = ben(board)

    setFields(bens.doc, 'notes', 'n0', { rank: 'a5' })
    bens.send()

    expect(drawn).toEqual({ list: 1, cards: ['n0'] })
    expect(texts()).toEqual(['Note 1', 'Note 2', 'Note 0'])
  })

  it('[CLIENT6] draws nothing again when a selected fact stays as it is', () => {
    const { board, session } = boardAlone({ notes: hundred })
    let drawn = 0
    function Facts() {
      drawn += 1
      useSessionFacts(({ agenda, settings }) => [agenda.length, settings.votes])
      useVoting()
      return null
    }
    render(
      <SessionProvider session={session}>
        <Facts />
      </SessionProvider>,
    )
    const bens = ben(board)
    bens.doc.getMap('session').set('title', 'Renamed')
    textOf(bens.doc, 'notes', 'n1', 'text')?.insert(0, 'x')
    const before = drawn
    bens.send()

    // The round's rules rest on the session, so `useVoting` may look at it once more; the words of a note never do.
    expect(drawn - before).toBeLessThanOrEqual(1)
    expect(readEntry(board, 'notes', 'n1')?.text).toBe('xNote 1')
  })
})
