import { describe, expect, it } from 'vitest'
import { type Finding, isFound, nothingSought, seeksAnything } from '../../shared/review/finding.ts'
import { note } from './board.ts'

const notes = [
  note('alerts', { text: 'Alerts came late', section: 'lessons', theme: 'alerting' }),
  note('resume', { text: 'Le Résumé des alertes', author: 'ben' }),
  note('drill', { text: 'A drill', discussion: 'Ben: alerts were silenced', author: null, section: 'went-well' }),
]

const found = (finding: Partial<Finding>, mine: readonly string[] = []) =>
  notes.filter((each) => isFound(each, { ...nothingSought, ...finding }, mine.includes(each.id))).map(({ id }) => id)

describe('looking for notes', () => {
  it('[FIND1] goes by every word, in the note or in what was said about it, whatever the case and accents', () => {
    expect(found({ words: ' ALERT ' })).toEqual(['alerts', 'resume', 'drill'])
    expect(found({ words: 'late alerts' })).toEqual(['alerts'])
    expect(found({ words: 'resume' })).toEqual(['resume'])
    expect(found({ words: 'silenced' })).toEqual(['drill'])
    expect(found({ words: 'deploys' })).toEqual([])
  })

  it('[FIND1] goes by section, theme and author', () => {
    expect(found({ section: 'went-well' })).toEqual(['drill'])
    expect([found({ theme: 'alerting' }), found({ theme: 'none' })]).toEqual([['alerts'], ['resume', 'drill']])
    expect(found({ author: 'ben' })).toEqual(['resume'])
    expect(found({ section: 'lessons', words: 'drill' })).toEqual([])
  })

  it('[FIND1] goes by what is mine, also where notes show no names', () => {
    expect(found({ mine: true }, ['drill'])).toEqual(['drill'])
  })

  it('[FIND1] for nothing leaves everything as it is', () => {
    expect(seeksAnything({ ...nothingSought, words: ' ' })).toBe(false)
    expect(found({})).toEqual(['alerts', 'resume', 'drill'])
  })
})
