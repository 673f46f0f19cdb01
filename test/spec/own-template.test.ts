import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { copyTitle, layoutOf, layoutText } from '../../shared/review/own-template.ts'
import { defaultSections } from '../../shared/review/sections.ts'
import { defaultSettings } from '../../shared/review/session.ts'

const layout = layoutOf({
  agenda: [
    { id: 'p1', kind: 'reflect', title: 'Write', minutes: 20, endsAt: 99, auto: true },
    { id: 'p2', kind: 'close', title: 'Close', minutes: null, whenAllDone: true },
  ],
  sections: defaultSections,
  settings: defaultSettings,
})

describe('a template of one’s own', () => {
  it('[TEMPLATE4] holds phases without dates and ids, sections and settings', () => {
    expect(layout).toEqual({
      agenda: [
        { kind: 'reflect', title: 'Write', minutes: 20 },
        { kind: 'close', title: 'Close', minutes: null },
      ],
      sections: defaultSections,
      settings: defaultSettings,
    })
  })

  it('[TEMPLATE4] says in a line what it holds', () => {
    expect(layoutText(layout)).toBe(
      '2 phases, 20 min · Went well, Lessons learned, Future considerations, Ongoing problems',
    )
  })

  it('[TEMPLATE5] is copied under a title that no other one has', () => {
    expect(copyTitle('Ours', [])).toBe('Copy of Ours')
    expect(copyTitle('Copy of Ours', ['Ours', 'Copy of Ours'])).toBe('Copy 2 of Ours')
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100 }), fc.integer({ min: 1, max: 12 }), (title, copies) => {
        const titles = [title]
        for (let nth = 0; nth < copies; nth += 1) titles.push(copyTitle(title, titles))
        expect(new Set(titles).size).toBe(titles.length)
        expect(titles.every(({ length }) => length <= 100)).toBe(true)
      }),
    )
  })
})
