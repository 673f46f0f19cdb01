import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rewrite } from '../../shared/document/rewrite.ts'

/** Two copies of a text, each changed apart from the other, and then both. */
function apart(text: string, here: (text: Y.Text) => void, there: (text: Y.Text) => void): string {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  one.getText().insert(0, text)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
  here(one.getText())
  there(other.getText())
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  return one.getText().toString()
}

describe('a text that is rewritten', () => {
  it('[MERGE6] keeps a new word whole while somebody deletes the one beside it', () => {
    const text = apart(
      'w10 w11 ',
      (here) => rewrite(here, 'w10 w129 w11 '),
      (there) => there.delete(4, 4),
    )
    expect(text).toBe('w10 w129 ')
  })

  it('[MERGE6] runs no two words together, whatever both strike out and put between', () => {
    const edits = fc.array(fc.record({ strikes: fc.boolean(), puts: fc.boolean() }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(edits, edits, (here, there) => {
        const words = here.map((_, n) => `word${n} `)
        const put = (n: number, who: string) => `${who}${n} `
        const merged = apart(
          words.join(''),
          (text) => {
            const kept = words.map((word, n) => (here[n]?.puts ? put(n, 'here') : '') + (here[n]?.strikes ? '' : word))
            rewrite(text, kept.join(''))
          },
          (text) => {
            for (const [n, word] of [...words.entries()].reverse()) {
              const at = words.slice(0, n).join('').length
              if (there[n]?.strikes) text.delete(at, word.length)
              if (there[n]?.puts) text.insert(at, put(n, 'there'))
            }
          },
        )
        const left = words.flatMap((word, n) => [
          ...(here[n]?.puts ? [put(n, 'here')] : []),
          ...(there[n]?.puts ? [put(n, 'there')] : []),
          ...(here[n]?.strikes || there[n]?.strikes ? [] : [word]),
        ])
        expect((merged.match(/\S* |\S+/gu) ?? []).sort()).toEqual(left.sort())
      }),
    )
  })

  it('[MERGE6] keeps what somebody writes between two words that change', () => {
    const text = apart(
      'Alerts came late',
      (here) => rewrite(here, 'Pages came later'),
      (there) => there.insert(11, ' far too'),
    )
    expect(text).toBe('Pages came far too later')
  })

  it('[MERGE6] leaves the letters of a word that stay', () => {
    const text = apart(
      'Deploy',
      (here) => rewrite(here, 'Deploys'),
      (there) => there.insert(0, 're'),
    )
    expect(text).toBe('reDeploys')
  })

  it('[MERGE6] is what it was to be', () => {
    const words = fc.array(fc.constantFrom('deploys', 'deploy', 'late', '  ', ' ', '\n', '!', 'é', '日'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(words, words, (before, after) => {
        const doc = new Y.Doc()
        doc.getText().insert(0, before.join(''))
        rewrite(doc.getText(), after.join(''))
        expect(doc.getText().toString()).toBe(after.join(''))
      }),
    )
  })
})
