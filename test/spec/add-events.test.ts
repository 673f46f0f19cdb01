import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import type { Asking } from '../../shared/document/may.ts'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { addEvents, mostEvents, mostEventsAtOnce, takeBackEvents } from '../../shared/document/timeline.ts'
import { setFlat } from '../../shared/document/write.ts'
import type { Role } from '../../shared/review/people.ts'
import { type GuardedCopy, guardedWorld } from '../support/copy-of.ts'

const at = (minute: number) => new Date(Date.UTC(2018, 9, 21, 22, minute)).toISOString().replace('.000Z', 'Z')
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `e${index}`, at: at(index), event: 'It', actor: 'ana', action: 'Looks', kind: 'action' as const },
    link: 'https://grafana.example.org',
  }))
const liveEvents = (doc: Y.Doc) => readEntries(doc, 'timeline').filter(({ removed }) => removed === undefined)

const detected = { at: at(54), event: 'Alerts fire', kind: 'milestone', milestone: 'detected' } as const
const restored = { at: at(58), event: 'All is well', kind: 'milestone', milestone: 'restored' } as const

describe('events that are added', () => {
  it('[TIME11] fill the times that the record lacks, and are undone together', () => {
    const ana = anaOn()
    setFlat(ana.board, 'incident', { restoredAt: at(59) })
    const before = liveEvents(ana.board).length
    ana.recordVerbs.addEvents([detected, restored, { at: at(55), event: 'Ana looks' }])
    expect(liveEvents(ana.board)).toHaveLength(before + 3)
    expect(readFlat(ana.board, 'incident')).toMatchObject({ detectedAt: at(54), restoredAt: at(59) })

    ana.undo.undo()
    expect(liveEvents(ana.board)).toHaveLength(before)
    expect(readFlat(ana.board, 'incident').detectedAt).toBeUndefined()
  })

  it('[TIME11] are taken back with the times they filled, unless somebody has changed those', () => {
    const ana = anaOn()
    const added = addEvents(ana.board, asking('participant'), [
      { id: 'd', ...detected },
      { id: 'r', ...restored },
    ])
    if (!added.allowed) throw new Error(added.reason)
    setFlat(ana.board, 'incident', { restoredAt: at(57) })
    takeBackEvents(ana.board, asking('participant'), added.value, 1)
    expect(liveEvents(ana.board)).toEqual([])
    expect(readFlat(ana.board, 'incident')).toMatchObject({ detectedAt: null, restoredAt: at(57) })
  })

  it('[TIME11] are marked and fill the time in one step', () => {
    const ana = anaOn()
    ana.recordVerbs.addEvents([{ at: at(54), event: 'Alerts fire' }])
    const id = liveEvents(ana.board)[0]?.id ?? ''
    ana.recordVerbs.markEvent(id, 'detected')
    expect(readFlat(ana.board, 'incident').detectedAt).toBe(at(54))
    ana.undo.undo()
    expect(readFlat(ana.board, 'incident').detectedAt).toBeUndefined()
    expect(liveEvents(ana.board)).toMatchObject([{ kind: 'observation', milestone: null }])
  })

  it('[TIME11] are all added or none', () => {
    const { board } = anaOn()
    const wrong = [
      { id: 'a', ...detected },
      { id: 'b', at: 'yesterday', event: 'It' },
    ]
    expect(addEvents(board, asking('participant'), wrong)).toMatchObject({ reason: 'not-valid' })
    expect(addEvents(board, asking('observer'), many(1))).toMatchObject({ reason: 'observer' })
    expect(liveEvents(board)).toEqual([])
  })

  it('[TIME11] are never more than the guard takes, at once and in all', () => {
    const { room, browser } = guardedWorld()
    const ana = browser('ana')
    expect(ana.recordVerbs.addEvents(many(mostEventsAtOnce + 1))).toMatchObject({ reason: 'too-many-at-once' })
    for (let round = 1; round * mostEventsAtOnce < mostEvents; round += 1) {
      expect(ana.recordVerbs.addEvents(many(mostEventsAtOnce))).toMatchObject({ allowed: true })
      expect(ana.send()[0]).toBe('apply')
    }
    expect(ana.recordVerbs.addEvents(many(mostEventsAtOnce))).toMatchObject({ reason: 'timeline-full' })
    expect(liveEvents(room.doc)).toHaveLength(4000 + 1) // one was there
  })
})

function asking(role: Role): Asking {
  return { person: { id: 'ana', role }, status: 'open', editing: 'author' }
}

function anaOn(): GuardedCopy {
  const ana = guardedWorld().browser('ana')
  for (const { id } of liveEvents(ana.board)) ana.verbs.removeEntry('timeline', id)
  ana.pass(1000)
  return ana
}
