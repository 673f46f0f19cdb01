import * as Y from 'yjs'
import { attack, type Kind, twin } from '../attempts.ts'
import { type Place, places, textAt } from '../places.ts'

type Change = (text: Y.Text) => void

const texts = places.filter(({ field }) => field.kind === 'text')

const of = (place: Place, what: string, change: Change) =>
  [
    `${what} in ${place}`,
    { as: 'ana', document: place.document, change: (copy: Y.Doc) => change(textAt(place, copy)) } as const,
  ] as const

/** What Yjs can put into a text, and no field holds. */
const smuggled: Readonly<Record<string, Change>> = {
  'a format': (text) => {
    text.insert(0, 'bold')
    text.format(0, 4, { bold: true })
  },
  'a formatted word': (text) => text.insert(0, 'bold', { bold: true }),
  'a link as a format': (text) => text.insert(0, 'link', { href: 'javascript:alert(1)' }),
  'an embed': (text) => text.insertEmbed(0, { image: 'https://example.org/x.png' }),
  'a map embedded': (text) => text.insertEmbed(0, new Y.Map([['rank', 'a1']])),
  'an array embedded': (text) => text.insertEmbed(0, Y.Array.from([1])),
  'a text embedded': (text) => text.insertEmbed(0, new Y.Text('inner')),
  'a text in a map embedded': (text) => text.insertEmbed(0, new Y.Map([['text', new Y.Text('deeper')]])),
  'an XML element embedded': (text) => text.insertEmbed(0, new Y.XmlElement('script')),
  'a subdocument embedded': (text) => text.insertEmbed(0, new Y.Doc()),
  'an attribute': (text) => text.setAttribute('onclick', 'alert(1)'),
  'an attribute that is a map': (text) => text.setAttribute('deeper', new Y.Map([['rank', 'a1']])),
  'an attribute set and removed': (text) => {
    text.setAttribute('lang', 'en')
    text.removeAttribute('lang')
  },
}

const notWords: Kind = {
  kind: 'anything but words in a text',
  attacks: texts.flatMap((place) =>
    Object.entries(smuggled).map(([what, change]) => attack(...of(place, what, change))),
  ),
  twins: texts.map((place) => twin(...of(place, 'words', (text) => text.insert(0, 'Words ')))),
}

/** Ten times what its field is meant for, as the guard's slack allows, and one more. */
const overfull: Kind = {
  kind: 'a text beyond its limit',
  attacks: texts.flatMap((place) => {
    const limit = place.field.kind === 'text' ? place.field.limit * 10 : 0
    return [
      attack(...of(place, 'one letter too many', (text) => text.insert(0, 'x'.repeat(limit + 1 - text.length)))),
      attack(
        ...of(place, 'a letter too many in pieces', (text) => {
          for (const part of [limit / 2, limit / 2, 1]) text.insert(0, 'x'.repeat(part))
        }),
      ),
    ]
  }),
  twins: texts.map((place) =>
    twin(
      ...of(place, 'as much as it takes, and back', (text) => {
        const limit = place.field.kind === 'text' ? place.field.limit * 10 : 0
        text.insert(0, 'x'.repeat(limit))
        text.delete(0, limit)
      }),
    ),
  ),
}

export const textKinds = [notWords, overfull]
