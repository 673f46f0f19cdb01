import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { notesByTheme, notesOfTheme, type Pinboard, placeNotes } from '../../shared/review/placement.ts'
import { byRank } from '../../shared/review/rank.ts'
import { changeSections, defaultSections } from '../../shared/review/sections.ts'
import type { Target } from '../../shared/review/session.ts'
import { chosenQueue, spotlightQueue, spotlightSteps } from '../../shared/review/spotlight.ts'
import { parseTarget, target, targetKinds } from '../../shared/review/target.ts'
import { note, removed, section, theme } from './board.ts'

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** Boards on which much dangles. */
const boards: fc.Arbitrary<Pinboard> = fc.record({
  sections: fc
    .uniqueArray(fc.constantFrom('went-well', 'lessons'), { minLength: 0 })
    .map((ids) => ids.map((id) => section(id))),
  themes: fc
    .array(maybe(fc.constant(removed)), { maxLength: 3 })
    .map((bins) => bins.map((bin, n) => theme(`t${n}`, { removed: bin }))),
  notes: fc
    .array(
      fc.record({
        section: fc.constantFrom('went-well', 'lessons', 'dropped'),
        theme: fc.constantFrom(null, 't0', 't1', 't2', 'unknown'),
        rank: fc.constantFrom('a0', 'a1', 'a2'),
        removed: maybe(fc.constant(removed)),
      }),
      { maxLength: 12 },
    )
    .map((notes) => notes.map((fields, n) => note(`n${n}`, fields))),
})

describe('a note', () => {
  it('[NOTE1] is shown exactly once unless it is in the bin, wherever it says it is', () => {
    fc.assert(
      fc.property(boards, (board) => {
        const shown = placeNotes(board).flatMap(({ notes }) => notes.map(({ id }) => id))
        const live = board.notes.filter((each) => each.removed === undefined).map(({ id }) => id)
        expect(shown.toSorted()).toEqual(live.toSorted())
      }),
    )
  })

  it('[NOTE1] stands in order, and names the section and theme it is shown in', () => {
    fc.assert(
      fc.property(boards, (board) => {
        const themes = new Set(board.themes.filter((each) => each.removed === undefined).map(({ id }) => id))
        for (const { section, notes } of placeNotes(board)) {
          expect(notes).toEqual(notes.toSorted(byRank))
          expect(notes.every((each) => each.section === section.id)).toBe(true)
          expect(notes.every((each) => each.theme === null || themes.has(each.theme))).toBe(true)
        }
      }),
    )
  })

  it('[NOTE2] of a section or theme that is gone is shown first, ungrouped', () => {
    const board = {
      sections: [section('went-well'), section('lessons')],
      themes: [theme('binned', { removed })],
      notes: [note('alerts', { section: 'dropped', theme: 'binned' }), note('deploys', { theme: 'unknown' })],
    }
    expect(placeNotes(board)).toEqual([
      { section: section('went-well'), notes: [note('alerts', { section: 'went-well', theme: null })] },
      { section: section('lessons'), notes: [note('deploys', { theme: null })] },
    ])
  })
})

describe('a theme', () => {
  it('[THEME1] is shown in order with its notes, or without any', () => {
    const board = {
      sections: [section('lessons')],
      themes: [theme('slow', { rank: 'a2' }), theme('alerting', { rank: 'a1' }), theme('gone', { removed })],
      notes: [
        note('late', { theme: 'alerting', rank: 'a1' }),
        note('early', { theme: 'alerting', rank: 'a0' }),
        note('binned', { theme: 'alerting', removed }),
      ],
    }
    expect([...notesByTheme(board)].map(([id, notes]) => [id, notes.map((each) => each.id)])).toEqual([
      ['alerting', ['early', 'late']],
      ['slow', []],
    ])
    expect(notesOfTheme(board, 'gone')).toEqual([])
  })
})

describe('a section', () => {
  const current = [section('went-well'), section('lessons')]

  it('[SECTION1] is one of four on a new board', () => {
    expect(defaultSections.map(({ id, title }) => [id, title])).toEqual([
      ['went-well', 'Went well'],
      ['lessons', 'Lessons learned'],
      ['future-considerations', 'Future considerations'],
      ['ongoing-problems', 'Ongoing problems'],
    ])
    expect(defaultSections.every(({ votable, prompts }) => votable && prompts.length >= 3)).toBe(true)
    expect(new Set(defaultSections.map(({ color }) => color)).size).toBe(4)
    expect(new Set(defaultSections.map(({ icon }) => icon)).size).toBe(4)
  })

  it('[SECTION2] is not dropped while it holds something', () => {
    expect(changeSections(current, [section('lessons')], { sectionsInUse: new Set(['went-well']) })).toEqual({
      allowed: false,
      reason: 'section-in-use',
    })
  })

  it('[SECTION2] is dropped when empty, renamed and reordered when not', () => {
    const next = [section('lessons', { title: 'Learned' })]
    expect(changeSections(current, next, { sectionsInUse: new Set(['lessons']) })).toEqual({
      allowed: true,
      value: next,
    })
  })

  it('[SECTION3] is never the last to go, nor there twice', () => {
    const sectionsInUse = new Set<string>()
    expect(changeSections(current, [], { sectionsInUse })).toEqual({ allowed: false, reason: 'no-sections' })
    expect(changeSections(current, [section('lessons'), section('lessons')], { sectionsInUse })).toEqual({
      allowed: false,
      reason: 'same-id-twice',
    })
  })
})

describe('the spotlight', () => {
  const board = {
    sections: [section('went-well'), section('lessons')],
    themes: [theme('empty'), theme('alerting')],
    notes: [
      note('rollback', { section: 'went-well', rank: 'a0' }),
      note('pager', { section: 'went-well', rank: 'a1', theme: 'alerting' }),
      note('deploys', { rank: 'a0' }),
      note('noise', { rank: 'a1', theme: 'alerting' }),
    ],
  }
  const queue = spotlightQueue(board)

  it('[SPOT1] walks section by section, a theme once', () => {
    expect(queue).toEqual(['note:rollback', 'theme:alerting', 'note:deploys', 'theme:empty'])
  })

  it('[SPOT3] walks what was chosen: by votes, what is in no count last, themes or notes alone', () => {
    const places = new Map<Target, number>([
      ['note:deploys', 1],
      ['theme:empty', 2],
      ['note:rollback', 2],
    ])
    const walk = (by: 'section' | 'votes', of: 'all' | 'themes' | 'notes') => chosenQueue(queue, { by, of }, places)
    expect(walk('votes', 'all')).toEqual(['note:deploys', 'note:rollback', 'theme:empty', 'theme:alerting'])
    expect(walk('votes', 'themes')).toEqual(['theme:empty', 'theme:alerting'])
    expect(walk('section', 'notes')).toEqual(['note:rollback', 'note:deploys'])
  })

  it('[SPOT2] leads on from what is shown', () => {
    expect(spotlightSteps(queue, 'theme:alerting', new Set(['note:rollback', 'note:elsewhere']))).toEqual({
      previous: 'note:rollback',
      next: 'note:deploys',
      covered: 1,
      total: 4,
    })
    expect(spotlightSteps(queue, 'theme:empty', new Set())).toMatchObject({ next: null })
  })

  it('[SPOT2] begins with the first that was not covered', () => {
    expect(spotlightSteps(queue, null, new Set(['note:rollback']))).toMatchObject({
      previous: null,
      next: 'theme:alerting',
    })
    expect(spotlightSteps(queue, 'note:gone', new Set())).toMatchObject({ previous: null, next: 'note:rollback' })
  })
})

describe('a target', () => {
  it('[TARGET1] is read back as what was written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...targetKinds), fc.string({ minLength: 1 }), (kind, id) => {
        expect(parseTarget(target(kind, id))).toEqual({ kind, id, target: `${kind}:${id}` })
      }),
    )
  })

  it('[TARGET1] is nothing else', () => {
    expect(['', 'note', 'note:', ':n1', 'person:ana', 'notes:n1'].map(parseTarget)).toEqual(Array(6).fill(null))
  })
})
