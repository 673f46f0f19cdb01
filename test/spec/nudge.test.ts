import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blameNudge } from '../../shared/review/nudge.ts'

const people = ['Ana Oyelaran', 'Ben (on call)', 'Li']
const phraseIn = (text: string) => blameNudge(text, people)?.phrase ?? null

describe('the wording of a note', () => {
  it.each([
    ['Ana forgot to freeze deploys', 'Ana forgot'],
    ['Honestly Ana Oyelaran should have paged earlier', 'Ana Oyelaran should have'],
    ['Then they shouldn’t have merged it', 'they shouldn’t have'],
    ['The on-call engineer ignored two alerts', 'The on-call engineer ignored'],
    ['Root cause: human error', 'human error'],
    ['It was ben’s fault', 'ben’s fault'],
    ['Whoever wrote this was careless', 'careless'],
    ['You didn’t check the graph', 'You didn’t check'],
  ])('[TONE2] points at a person: %s', (text, phrase) => {
    expect(phraseIn(text)).toBe(phrase)
  })

  it.each([
    'We forgot to freeze deploys',
    'The failover ignored two replicas',
    'Alerts should have fired earlier',
    'The team paged the database on-call within a minute',
    'Banana forgot',
    'Error budgets were spent',
    'Ana found the graph and told everyone',
    'Li is too short a name to be sure: Li forgot',
    '',
  ])('[TONE2] points at nobody: %s', (text) => {
    expect(phraseIn(text)).toBeNull()
  })

  it('[TONE2] is read from the first that points at somebody, with a way to say it of the system', () => {
    const nudge = blameNudge('Ben (on call) skipped the drill, and Ana forgot it', people)
    expect(nudge).toEqual({ phrase: 'Ben (on call) skipped', instead: expect.stringContaining('the system allowed') })
  })

  it('[TONE2] is read quickly and never fails, whatever it is and whoever is there', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 2000 }),
        fc.array(fc.string({ unit: 'grapheme' })),
        (text, names) => {
          const nudge = blameNudge(text, names)
          expect(nudge === null || text.includes(nudge.phrase)).toBe(true)
        },
      ),
    )
  })
})
