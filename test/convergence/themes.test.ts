import { beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Asking } from '../../shared/document/may.ts'
import { setNoteTheme } from '../../shared/document/note.ts'
import { pinboardOf } from '../../shared/document/pinboard.ts'
import { readEntry } from '../../shared/document/read.ts'
import { addTheme } from '../../shared/document/theme.ts'
import { mergeThemes, partThemes, splitTheme } from '../../shared/document/theme-parts.ts'
import { textOf } from '../../shared/document/write.ts'
import { liveThemes, notesByTheme } from '../../shared/review/placement.ts'
import { aGuardedBoard, contentOf, type GuardedRoom } from '../support/guarded-room.ts'
import { Apart } from '../support/replicas.ts'

const ana: Asking = { person: { id: 'ana', role: 'participant' }, status: 'open', editing: 'author' }

describe('themes', () => {
  let room: GuardedRoom
  let copy: Y.Doc
  const grouped = (doc = copy) =>
    Object.fromEntries([...notesByTheme(pinboardOf(doc))].map(([id, notes]) => [id, notes.map((note) => note.id)]))
  const merge = (from: string, into: string) => {
    const merged = mergeThemes(copy, ana, from, into, 5)
    if (!merged.allowed) throw new Error(merged.reason)
    return merged.value
  }

  beforeEach(() => {
    room = aGuardedBoard()
    copy = room.copy()
    addTheme(copy, ana, 'rollout', 'Rollout')
    setNoteTheme(copy, ana, 'deploys', 'process')
    setNoteTheme(copy, ana, 'alerts', 'rollout')
    textOf(copy, 'themes', 'process', 'discussion')?.insert(0, 'It was Friday.')
  })

  it('[THEME4] are merged with their notes and what was said, and parted again as they were', () => {
    const before = contentOf(copy)
    const merged = merge('process', 'rollout')
    expect(grouped()).toEqual({ rollout: ['alerts', 'deploys'] })
    expect(readEntry(copy, 'themes', 'rollout')).toMatchObject({ label: 'Rollout', discussion: 'It was Friday.' })
    expect(room.take('ana', room.lackedFrom(copy)).verdict).toBe('apply')

    partThemes(copy, ana, merged)
    expect(contentOf(copy)).toEqual(before)
    expect(room.take('ana', room.lackedFrom(copy)).verdict).toBe('apply')
  })

  it('[THEME4] lend their name to one that has none, and leave where they are notes that were moved on', () => {
    addTheme(copy, ana, 'unnamed', '')
    const merged = merge('process', 'unnamed')
    expect(readEntry(copy, 'themes', 'unnamed')?.label).toBe('Process')
    setNoteTheme(copy, ana, 'deploys', 'rollout')
    partThemes(copy, ana, merged)
    expect(grouped()).toEqual({ process: [], rollout: ['alerts', 'deploys'], unnamed: [] })
    expect(readEntry(copy, 'themes', 'unnamed')?.label).toBe('')
  })

  it('[THEME4] are not merged with themselves, with what is gone, or by whoever may not', () => {
    const may = (asking: Asking, from: string, into: string) => mergeThemes(copy, asking, from, into, 5)
    expect(may(ana, 'process', 'process')).toEqual({ allowed: false, reason: 'no-such-entry' })
    expect(may(ana, 'process', 'gone')).toEqual({ allowed: false, reason: 'no-such-entry' })
    const olga: Asking = { ...ana, person: { id: 'olga', role: 'observer' } }
    expect(may(olga, 'process', 'rollout')).toEqual({ allowed: false, reason: 'observer' })
    expect(grouped()).toEqual({ process: ['deploys'], rollout: ['alerts'] })
  })

  it('[THEME5] are split by putting some of their notes into a new one right behind them', () => {
    setNoteTheme(copy, ana, 'alerts', 'process')
    expect(splitTheme(copy, ana, 'process', ['alerts'], 'new')).toEqual({ allowed: true, value: 'new' })
    expect(liveThemes(pinboardOf(copy).themes).map(({ id }) => id)).toEqual(['process', 'new', 'rollout'])
    expect(grouped()).toEqual({ process: ['deploys'], new: ['alerts'], rollout: [] })
    expect(splitTheme(copy, ana, 'gone', ['alerts'], 'newer')).toEqual({ allowed: false, reason: 'no-such-entry' })
    expect(room.take('ana', room.lackedFrom(copy)).verdict).toBe('apply')
  })

  it('[THEME3] that two people merge into each other at once are one for both, with the notes of both', () => {
    const both = new Apart(copy, 2)
    mergeThemes(both.copies[0]!, ana, 'process', 'rollout', 5)
    mergeThemes(both.copies[1]!, ana, 'rollout', 'process', 5)
    both.deliver([0])
    expect(both.copies.map((each) => grouped(each))).toEqual([
      { process: ['alerts', 'deploys'] },
      { process: ['alerts', 'deploys'] },
    ])
  })
})
