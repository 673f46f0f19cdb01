import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { primeDirective } from '../../shared/review/directive.ts'
import { cleanName, cleanTitle, colorFor, personColors } from '../../shared/review/names.ts'
import { takesPart } from '../../shared/review/participation.ts'
import { progressOf } from '../../shared/review/progress.ts'
import { defaultSettings } from '../../shared/review/session.ts'
import { changeSettings } from '../../shared/review/settings.ts'
import { person } from './board.ts'

describe('settings', () => {
  const session = { settings: defaultSettings }
  const nothingYet = { hasDrafts: false, hasOpenRound: false }
  const begun = { hasDrafts: true, hasOpenRound: true }

  it('[SETTING1] keep what was promised about names once somebody has written', () => {
    expect(changeSettings(session, { attribution: 'anonymous' }, { ...nothingYet, hasDrafts: true })).toEqual({
      allowed: false,
      reason: 'attribution-is-fixed',
    })
    expect(changeSettings(session, { attribution: 'anonymous' }, { ...nothingYet, hasOpenRound: true })).toEqual({
      allowed: true,
      value: { ...defaultSettings, attribution: 'anonymous' },
    })
  })

  it('[SETTING2] keep what was promised about ballots while a round is open', () => {
    expect(changeSettings(session, { ballot: 'open' }, { ...nothingYet, hasOpenRound: true })).toEqual({
      allowed: false,
      reason: 'ballot-is-fixed',
    })
    expect(changeSettings(session, { ballot: 'open' }, { ...nothingYet, hasDrafts: true })).toEqual({
      allowed: true,
      value: { ...defaultSettings, ballot: 'open' },
    })
  })

  it('[SETTING3] change in everything else at any time, and promise the same again', () => {
    const change = { votes: 8, maxPerTarget: 2, editing: 'anyone', reveal: 'immediate' } as const
    expect(changeSettings(session, { ...change, attribution: 'named', ballot: 'secret' }, begun)).toEqual({
      allowed: true,
      value: { ...defaultSettings, ...change },
    })
    expect(changeSettings(session, { votes: undefined }, begun)).toEqual({ allowed: true, value: defaultSettings })
  })
})

describe('progress', () => {
  const ana = { drafts: 3, votesLeft: 1, ready: true }
  const ben = { drafts: 0, votesLeft: 5, ready: false }
  const desks = new Map([
    ['ana', ana],
    ['ben', ben],
    ['olu', { drafts: 9, votesLeft: 9, ready: true }],
  ])
  const people = [person('ana'), person('ben'), person('olu', { role: 'observer' }), person('cleo')]

  it('[PROGRESS1] is of each person on a board with names', () => {
    expect(progressOf(people, desks, 'named')).toEqual({
      attribution: 'named',
      people: { ana, ben, cleo: { drafts: 0, votesLeft: null, ready: false } },
    })
  })

  it('[PROGRESS2] is a total on an anonymous board', () => {
    expect(progressOf(people, desks, 'anonymous')).toEqual({
      attribution: 'anonymous',
      drafts: 3,
      writers: 1,
      ready: 1,
      votesLeft: 6,
      people: 3,
    })
  })

  it('[PROGRESS2] has no votes left where no round is open', () => {
    expect(progressOf(people, new Map(), 'anonymous')).toMatchObject({ votesLeft: null, people: 3 })
  })

  it('[PROGRESS3] waits for those who take part', () => {
    const everyone = [
      person('ana'),
      person('fay', { role: 'facilitator' }),
      person('gus', { role: 'facilitator', counts: false }),
      person('olu', { role: 'observer' }),
      person('lee', { left: 5 }),
    ]
    expect(everyone.filter(takesPart).map(({ id }) => id)).toEqual(['ana', 'fay'])
  })
})

describe('a name', () => {
  it('[NAME1] is one line of what can be seen', () => {
    expect(cleanName('  Ana\t\n  María \u202e\u200b ')).toBe('Ana María')
    expect(cleanName(' \u200b ')).toBe('')
    expect(cleanName('👩‍🚒 fay')).toBe('👩‍🚒 fay')
    expect(cleanName('ana\t\u0000\tb')).toBe('ana b') // seed 2072218860
    expect(cleanName('zoe\u200b\u0308')).toBe('zoë')
  })

  it('[NAME1] is not too long, and is not cut inside a letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const [cleaned, longest] of [[cleanName(text), 80] as const, [cleanTitle(text), 200] as const]) {
          expect([...cleaned].length).toBeLessThanOrEqual(longest)
          expect(cleaned).toBe(cleaned.trim())
        }
        expect(cleanName(cleanName(text))).toBe(cleanName(text))
      }),
    )
    expect(cleanName(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
    expect(cleanName('🚒'.repeat(100))).toBe('🚒'.repeat(80))
  })

  it.each([
    ['a mark that turns what follows', 'Ana\u202ezeB', 'AnazeB'],
    ['one that parts what follows from it', '\u2067Ana\u2069\u061c', 'Ana'],
    ['a space without width', 'A\u200bn\u2060a\ufeff', 'Ana'],
    ['signs that only look like spaces', '\u3164Ana\u2800\uffa0\u115f', 'Ana'],
    ['tags that spell in secret', `Ana${String.fromCodePoint(0xe0041, 0xe0042)}`, 'Ana'],
    ['a soft hyphen and a joiner of marks', 'A\u00adn\u034fa', 'Ana'],
    ['halves of signs', 'An\ud83da\udc00', 'Ana'],
    ['nothing but joiners', '\u200d\u200c\ufe0f', ''],
    ['a joiner behind it', 'Ana\u200d', 'Ana'],
    ['a heap of accents', `A${'\u0301'.repeat(40)}na`, 'Á\u0301\u0301\u0301\u0301na'],
  ])('[INJECT8] keeps nothing of %s', (_what, typed, shown) => {
    expect(cleanName(typed)).toBe(shown)
    expect(cleanTitle(typed)).toBe(shown)
  })

  it.each(['José', 'สมชาย', 'अनिता', 'محمد', '葛󠄀城', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 Eve', '👩🏽‍🚒 Fay', '❤️ Ana', "Siân O'Neill-Ødegård"])(
    '[INJECT8] stays whole where all of it is meant: %s',
    (name) => {
      expect(cleanName(name)).toBe(name.normalize('NFC'))
    },
  )

  it('[NAME2] has a colour of its own while there are colours', () => {
    const colors = Array.from({ length: 13 }, (_, n) => colorFor(n))
    expect(new Set(colors.slice(0, 12))).toEqual(new Set(personColors))
    expect(colors[12]).toBe(colors[0])
  })
})

describe('the prime directive', () => {
  it('[TONE1] is given whole, with its author', () => {
    expect(primeDirective).toMatchObject({
      author: 'Norm Kerth',
      text: 'Regardless of what we discover, we understand and truly believe that everyone did the best job they could, given what they knew at the time, their skills and abilities, the resources available, and the situation at hand.',
    })
  })
})
