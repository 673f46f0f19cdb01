import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayPublishAnonymously, planReveal, type RevealOptions, type WrittenDraft } from '../../shared/review/draft.ts'
import { isRank } from '../../shared/review/rank.ts'
import { defaultSections } from '../../shared/review/sections.ts'
import { mergeWording } from '../../shared/review/wording.ts'
import { draft, removed } from './board.ts'

const by = (person: string, id: string, fields: Parameters<typeof draft>[1] = {}): WrittenDraft => ({
  person,
  draft: draft(id, fields),
})

const options = (change: Partial<RevealOptions> = {}): RevealOptions => ({
  attribution: 'named',
  sections: defaultSections,
  lastRank: null,
  now: 1000,
  random: () => 0,
  ...change,
})

/** A fixed course of chance that is nobody's order. */
const chance = (seed: number) => () => {
  seed = (seed * 16807) % 2147483647
  return seed / 2147483647
}

const waiting = [
  by('ana', 'deploys', { section: 'lessons', rank: 'a1' }),
  by('ana', 'thanks', { section: 'went-well', rank: 'a5' }),
  by('ben', 'alerts', { section: 'lessons', rank: 'a0' }),
]

describe('a reveal', () => {
  const settled = [
    by('ana', 'binned', { removed }),
    by('ben', 'on-board', { published: 'on-board' }),
    by('ben', 'blank', { text: ' \n' }),
  ]

  it('[DRAFT1] publishes all that waits and nothing else, named or not', () => {
    const ids = (attribution: 'named' | 'anonymous') =>
      planReveal([...waiting, ...settled], options({ attribution })).map(({ id }) => id)
    expect(ids('named').toSorted()).toEqual(['alerts', 'deploys', 'thanks'])
    expect(ids('anonymous').toSorted()).toEqual(['alerts', 'deploys', 'thanks'])
  })

  it('[DRAFT2] shows notes by section and rank, with their authors', () => {
    expect(planReveal(waiting, options())).toEqual([
      { id: 'thanks', person: 'ana', author: 'ana', section: 'went-well', text: 'thanks', rank: 'a5', createdAt: 1000 },
      { id: 'alerts', person: 'ben', author: 'ben', section: 'lessons', text: 'alerts', rank: 'a0', createdAt: 1000 },
      { id: 'deploys', person: 'ana', author: 'ana', section: 'lessons', text: 'deploys', rank: 'a1', createdAt: 1000 },
    ])
  })

  it('[DRAFT3] shows no author, no time and no rank of its own on an anonymous board', () => {
    const notes = planReveal(waiting, options({ attribution: 'anonymous', lastRank: 'a7', random: chance(3) }))
    expect(notes.map(({ author }) => author)).toEqual([null, null, null])
    expect(new Set(notes.map(({ createdAt }) => createdAt))).toEqual(new Set([1000]))
    expect(notes.map(({ rank }) => rank)).toEqual(['a8', 'a9', 'aA'])
  })

  it('[DRAFT3] gives every order of drafts the same chance', () => {
    const orders = new Map<string, number>()
    const random = chance(42)
    for (let n = 0; n < 6000; n++) {
      const order = planReveal(waiting, options({ attribution: 'anonymous', random })).map(({ id }) => id)
      orders.set(order.join(), (orders.get(order.join()) ?? 0) + 1)
    }
    expect(orders.size).toBe(6)
    expect(Math.min(...orders.values())).toBeGreaterThan(850)
  })

  it('[DRAFT3] depends on chance alone, not on the order of desks or of writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 30 }), (seed, count) => {
        const drafts = Array.from({ length: count }, (_, n) => by(n % 2 ? 'ana' : 'ben', `d${n}`, { rank: 'a0' }))
        const notes = planReveal(drafts, options({ attribution: 'anonymous', random: chance(seed) }))
        expect(notes.map(({ id }) => id).toSorted()).toEqual(drafts.map(({ draft }) => draft.id).toSorted())
        expect(notes.map(({ rank }) => rank)).toEqual(notes.map(({ rank }) => rank).toSorted())
        expect(notes.every(({ rank }) => isRank(rank))).toBe(true)
      }),
    )
  })

  it('[DRAFT4] waits on an anonymous board for a second person', () => {
    expect(mayPublishAnonymously([by('ana', 'deploys'), by('ana', 'alerts')])).toBe(false)
    expect(mayPublishAnonymously([by('ana', 'deploys'), by('ben', 'alerts')])).toBe(true)
  })
})

describe('a wording', () => {
  it('[DRAFT5] holds what each of two people changed', () => {
    const base = 'Alerts came late because the rule was off.'
    expect(
      mergeWording(
        base,
        'All alerts came late because the rule was off.',
        'Alerts came late because the rule was disabled.',
      ),
    ).toBe('All alerts came late because the rule was disabled.')
  })

  it('[DRAFT5] holds both where both changed the same words', () => {
    expect(mergeWording('Alerts came late.', 'Alerts came too late.', 'Alerts came very late.')).toBe(
      'Alerts came too very late.',
    )
    expect(mergeWording('Alerts late', 'Alerts slow', 'Alerts missing')).toBe('Alerts slow missing')
    expect(mergeWording('', 'deploys', 'alerts')).toBe('deploys alerts')
  })

  it('[DRAFT5] holds a change of words that the other deleted', () => {
    expect(
      mergeWording('The rule was off. Nobody knew.', 'The rule was off.', 'The rule was off. Everybody knew.'),
    ).toContain('Everybody')
  })

  it('[DRAFT5] says once what both typed alike', () => {
    expect(mergeWording('Alerts', 'Alerts late', 'Alerts late')).toBe('Alerts late')
    expect(mergeWording('Alerts', 'Alerts late', 'Alerts late again')).toBe('Alerts late again')
  })

  const words = fc.array(fc.constantFrom('alerts', 'late', 'rule', 'the', '\n', ' ', '🚒', '.'), { maxLength: 12 })
  const texts = words.map((list) => list.join(''))

  it('[DRAFT5] is theirs where I changed nothing, and mine where they did not', () => {
    fc.assert(
      fc.property(texts, texts, (base, other) => {
        expect(mergeWording(base, other, base)).toBe(other)
        expect(mergeWording(base, base, other)).toBe(other)
        expect(mergeWording(base, other, other)).toBe(other)
      }),
    )
  })

  it('[DRAFT5] loses nothing that either typed into the same text', () => {
    const typing = fc.array(fc.tuple(fc.nat(40), fc.stringMatching(/^[a-z]{1,6}$/)), { maxLength: 4 })
    fc.assert(
      fc.property(texts, typing, typing, (base, theirs, mine) => {
        const type = (typed: readonly (readonly [number, string])[], mark: string) =>
          typed.reduce((text, [place, word]) => {
            const at = place % (text.length + 1)
            return `${text.slice(0, at)} ${mark}${word}${mark} ${text.slice(at)}`
          }, base)
        const merged = mergeWording(base, type(theirs, 'T'), type(mine, 'M'))
        // Typing into the middle of one's own word splits it, so what counts is every stretch of letters that remains.
        const typedWords = [type(theirs, 'T'), type(mine, 'M')].flatMap(
          (text) => text.match(/[TM][a-z]*[TM]?|[a-z]+[TM]/g) ?? [],
        )
        for (const word of typedWords) expect(merged).toContain(word)
      }),
    )
  })

  it('[DRAFT5] holds every word that either put in place of others, once', () => {
    const edit = fc.constantFrom('keep', 'delete', 'replace', 'insert')
    fc.assert(
      fc.property(fc.array(fc.tuple(edit, edit), { minLength: 1, maxLength: 12 }), (edits) => {
        const words = (side: 0 | 1, mark: string) =>
          edits.flatMap((pair, n) => {
            const typed = `${mark}${n}x`
            const outcome = { keep: [`w${n}x`], delete: [], replace: [typed], insert: [typed, `w${n}x`] }
            return outcome[pair[side]]
          })
        const [theirs, mine] = [words(0, 'T'), words(1, 'M')]
        const base = edits.map((_, n) => `w${n}x`).join(' ')
        const merged = mergeWording(base, theirs.join(' '), mine.join(' ')).match(/\S+/g) ?? []
        const typed = [...theirs, ...mine].filter((word) => !word.startsWith('w'))
        expect(merged.filter((word) => !word.startsWith('w')).toSorted()).toEqual(typed.toSorted())
        expect(merged).toEqual(expect.arrayContaining(theirs.filter((word) => mine.includes(word))))
        expect(merged).toHaveLength(new Set(merged).size)
      }),
    )
  })

  it('[DRAFT5] says once what both left as it was, among words that both put in and took out', () => {
    expect(mergeWording('late alerts ', 'often late ', 'far too late ')).toBe('often far too late ')
  })

  it('[DRAFT5] deletes what one deleted and the other left alone', () => {
    expect(mergeWording('one two three four', 'one four', 'one two three four five')).toBe('one four five')
  })

  it('[DRAFT5] of long texts is found at once', () => {
    const base = Array.from({ length: 4000 }, (_, n) => `w${n}`).join(' ')
    const theirs = base.toUpperCase()
    const merged = mergeWording(base, theirs, `${base} and more`)
    expect(merged).toBe(`${theirs} and more`)
  })
})
