import { describe, expect, it } from 'vitest'
import { mergedThemes, themeNow } from '../../shared/review/merging.ts'
import { liveThemes, notesByTheme } from '../../shared/review/placement.ts'
import { tally } from '../../shared/review/tally.ts'
import { note, removed, section, theme } from './board.ts'

const into = (id: string, mergedInto: string) => theme(id, { removed, mergedInto })
const byId = (...themes: ReturnType<typeof theme>[]) => new Map(themes.map((each) => [each.id, each]))

describe('a merged theme', () => {
  it('[THEME2] is the one into which it was merged, however often that was merged on', () => {
    const themes = byId(into('deploys', 'rollout'), into('rollout', 'process'), theme('process'))
    expect([...themes.keys()].map((id) => themeNow(themes, id))).toEqual(['process', 'process', 'process'])
    expect([...mergedThemes([...themes.values()])]).toEqual([
      ['deploys', 'process'],
      ['rollout', 'process'],
    ])
  })

  it('[THEME2] is gone with the one of which it is part, and its own again once it is taken back', () => {
    const gone = byId(into('deploys', 'rollout'), theme('rollout', { removed }))
    expect(themeNow(gone, 'deploys')).toBeNull()
    const back = byId(theme('deploys', { mergedInto: 'rollout' }), theme('rollout'))
    expect(themeNow(back, 'deploys')).toBe('deploys')
    expect(mergedThemes([...back.values()]).size).toBe(0)
  })

  it('[THEME2] has the notes there that somebody put into it meanwhile', () => {
    const themes = [into('deploys', 'rollout'), theme('rollout')]
    const board = { sections: [section('lessons')], themes, notes: [note('canary', { theme: 'deploys' })] }
    expect([...notesByTheme(board)].map(([id, notes]) => [id, notes.map((each) => each.id)])).toEqual([
      ['rollout', ['canary']],
    ])
  })

  it('[THEME3] of two that were merged into each other leaves one, everywhere the same', () => {
    const circle = [into('rollout', 'deploys'), into('deploys', 'rollout')]
    expect(liveThemes(circle).map(({ id }) => id)).toEqual(['deploys'])
    expect(liveThemes(circle.toReversed()).map(({ id }) => id)).toEqual(['deploys'])
    expect(themeNow(byId(...circle, into('alerts', 'rollout')), 'alerts')).toBe('deploys')
  })

  it('[VOTE18] has its votes counted for the one of which it is part', () => {
    const themes = [into('deploys', 'rollout'), theme('rollout')]
    const ballots = new Map([['ana', { 'theme:deploys': 2, 'theme:rollout': 1 }]])
    const counted = tally(ballots, { sections: [section('lessons')], themes, notes: [] }, { votes: 5, maxPerTarget: 3 })
    expect(counted).toMatchObject({ votes: { 'theme:rollout': 3 }, cast: 3 })
  })
})
