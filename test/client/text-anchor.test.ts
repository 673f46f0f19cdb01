import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { handleOf } from '../../client/session/text/text-handle.ts'

function textOf(words: string) {
  const text = new Y.Doc().getText('summary')
  text.insert(0, words)
  return { text, handle: handleOf(text, 'field:summary', 1000) }
}

describe('a place in a text', () => {
  it('[RECORD4] stays behind the letter in front of it', () => {
    const { text, handle } = textOf('Alerts late')
    const anchor = handle.anchor(6)
    text.insert(6, ' came')
    expect(handle.indexOf(anchor)).toBe(6)
    text.insert(0, 'All ')
    expect(handle.indexOf(anchor)).toBe(10)
    text.delete(0, 7)
    expect(handle.indexOf(anchor)).toBe(3)
  })

  it('[RECORD4] is one before the first letter, and behind the last', () => {
    const { handle } = textOf('Alerts')
    expect([0, 6].map((index) => handle.indexOf(handle.anchor(index)))).toEqual([0, 6])
  })

  it.each(['', 'AB', 'no base 64!', textOf('Alerts').handle.anchor(3)])(
    '[RECORD4] is not what somebody else says of another text, or of none: %s',
    (said) => {
      expect(textOf('Deploys').handle.indexOf(said)).toBeNull()
    },
  )
})
