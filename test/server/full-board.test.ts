import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readDrafts, readEntries, readFlat } from '../../shared/document/read.ts'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import { createDraft, flatTextOf, setFields, setRemoved } from '../../shared/document/write.ts'
import { isServerPresence } from '../../shared/protocol/presence.ts'
import { addTheme, labels } from '../support/labels.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview, type Review } from '../support/review.ts'

const limits = { boardBytes: 100_000, deskBytes: 50_000, reweighMs: 30_000 }

const appendix = (doc: Y.Doc) => flatTextOf(doc, 'incident', 'appendix')!
const draft = (doc: Y.Doc, id: string, text: string) => createDraft(doc, id, { section: 'lessons', text, rank: 'a1' })
const isShownFull = (pipe: Pipe) => [...pipe.presence().values()].filter(isServerPresence).at(-1)?.full ?? false

/** A board with one theme, which ana has written full to the brim. */
async function fullBoard(): Promise<{ readonly review: Review; readonly ana: Pipe; readonly ben: Pipe }> {
  const review = await aReview({ limits })
  const [ana, ben] = [await review.join('ana'), await review.join('ben')]
  addTheme(ana.doc, 'alerts')
  appendix(ana.doc).insert(0, 'x'.repeat(100_000))
  await review.turn()
  return { review, ana, ben }
}

describe('a full board', () => {
  it('[PRESSURE7] takes no more words, from nobody, and says so', async () => {
    const { review, ana, ben } = await fullBoard()
    appendix(ana.doc).insert(0, 'y')
    addTheme(ben.doc, 'deploys')
    await review.turn()
    const full = { code: 4403, reason: 'board-full' }
    expect([ana.closed, ben.closed]).toEqual([full, full])
    expect(labels(await review.stored())).toEqual(['alerts'])
  })

  it('[PRESSURE7] can be read, moved about, binned, voted on, commanded and reported', async () => {
    const { review, ana, ben } = await fullBoard()
    const desk = await review.join('ana', 'desk')
    setFields(ana.doc, 'themes', 'alerts', { rank: 'a5' })
    setRemoved(ana.doc, 'themes', 'alerts', { by: 'ana', at: 1 })
    setRemoved(ana.doc, 'themes', 'alerts', undefined)
    desk.doc.getMap('ballots').set('round-1/theme:alerts', 1)
    await review.turn()
    await review.command({ type: 'board.rename', title: 'Slow deploys' })
    const fay = await review.join('fay')
    expect([ana.closed, ben.closed, desk.closed, fay.closed]).toEqual([undefined, undefined, undefined, undefined])
    expect(readEntries(fay.doc, 'themes')).toMatchObject([{ label: 'alerts', rank: 'a5' }])
    expect(readFlat(fay.doc, 'session').title).toBe('Slow deploys')
    expect(snapshotOf((await review.live()).doc).incident.appendix).toHaveLength(100_000)
  })

  it('[PRESSURE7] is told to everybody on it, until there is room again', async () => {
    const { review, ana, ben } = await fullBoard()
    await review.pass(1000)
    expect([isShownFull(ana), isShownFull(ben)]).toEqual([true, true])
    appendix(ben.doc).delete(0, 50_000)
    await review.turn()
    await review.pass(45_000)
    expect([isShownFull(ana), isShownFull(ben)]).toEqual([false, false])
  })

  it('[PRESSURE7] has room again once what is written on it was shortened', async () => {
    const { review, ana, ben } = await fullBoard()
    appendix(ana.doc).delete(0, 50_000)
    await review.turn()
    await review.pass(limits.reweighMs)
    addTheme(ben.doc, 'deploys')
    await review.turn()
    expect([ana.closed, ben.closed]).toEqual([undefined, undefined])
    expect(labels(ana.doc).sort()).toEqual(['alerts', 'deploys'])
  })

  it('[PRESSURE7] is not one where the same words were written over and over', async () => {
    const review = await aReview({ limits })
    const ana = await review.join('ana')
    for (let n = 0; n < 20; n++) {
      appendix(ana.doc).delete(0, appendix(ana.doc).length)
      appendix(ana.doc).insert(0, String(n).repeat(30_000))
      await review.turn()
    }
    expect(ana.closed).toBeUndefined()
    expect(readFlat(await review.stored(), 'incident').appendix).toBe('19'.repeat(30_000))
  })

  it('[PRESSURE7] stays one over a restart', async () => {
    const { review, ana, ben } = await fullBoard()
    for (const pipe of [ana, ben]) pipe.hangUp()
    await review.pass(120_000)
    expect(review.registry.stats().boards).toBe(0)
    const again = await review.join('ben')
    addTheme(again.doc, 'deploys')
    await review.turn()
    expect(again.closed).toEqual({ code: 4403, reason: 'board-full' })
  })

  it('[PRESSURE7] takes nothing at all once it is over by a quarter', async () => {
    const { review, ben } = await fullBoard()
    const heap = new Y.Doc()
    Y.applyUpdate(heap, Y.encodeStateAsUpdate(ben.doc))
    const before = Y.encodeStateVector(heap)
    heap.transact(() => {
      const theme = heap.getMap<Y.Map<unknown>>('themes').get('alerts')
      for (let n = 0; n < 2000; n++) {
        theme?.set('rank', `a${1 + (n % 8)}`)
        theme?.set('removed', { by: 'ben', at: n })
      }
    })
    ben.say({ type: 'update', update: Y.encodeStateAsUpdate(heap, before) })
    await review.turn()
    expect(ben.closed).toBeUndefined()
    const next = await review.join('ben')
    setFields(next.doc, 'themes', 'alerts', { rank: 'a5' })
    await review.turn()
    expect(next.closed).toEqual({ code: 4403, reason: 'board-full' })
  })
})

describe('drafts', () => {
  it('[PRESSURE7] count for their board, so that there is room for all of them at the reveal', async () => {
    const { review } = await fullBoard()
    const desk = await review.join('ben', 'desk')
    draft(desk.doc, 'n1', 'Alerts came late')
    await review.turn()
    expect(desk.closed).toEqual({ code: 4403, reason: 'board-full' })
  })

  it('[PRESSURE7] that were taken are published, however full the board is by then', async () => {
    const review = await aReview({ limits })
    const [ana, desk] = [await review.join('ana'), await review.join('ben', 'desk')]
    draft(desk.doc, 'n1', 'z'.repeat(15_000))
    await review.turn()
    appendix(ana.doc).insert(0, 'x'.repeat(80_000))
    await review.turn()
    await review.command({ type: 'phase.go', phase: phaseOf(ana.doc, 'discuss') })
    expect(readEntries(ana.doc, 'notes').map(({ text }) => text.length)).toEqual([15_000])
  })

  it('[PRESSURE8] of one person take so many bytes, and nobody else is told to stop', async () => {
    const review = await aReview({ limits })
    const [ana, ben] = [await review.join('ana', 'desk'), await review.join('ben', 'desk')]
    for (const id of ['n1', 'n2', 'n3', 'n4']) draft(ana.doc, id, 'x'.repeat(15_000))
    await review.turn()
    draft(ana.doc, 'n5', 'Alerts came late')
    draft(ben.doc, 'n6', 'Alerts came late')
    await review.turn()
    expect([ana.closed, ben.closed]).toEqual([{ code: 4403, reason: 'desk-full' }, undefined])
    expect(readDrafts(await review.stored('desk/ana'))).toHaveLength(4)
  })

  it('[PRESSURE8] of one person are so many', async () => {
    const review = await aReview()
    const ana = await review.join('ana', 'desk')
    for (let n = 0; n < 500; n++) draft(ana.doc, `n${n}`, 'late')
    await review.turn()
    expect(ana.closed).toBeUndefined()
    draft(ana.doc, 'n500', 'late')
    await review.turn()
    expect(ana.closed).toEqual({ code: 4403, reason: 'too-many-entries' })
  })
})

function phaseOf(board: Y.Doc, kind: string): string {
  return readFlat(board, 'session').agenda.find((item) => item.kind === kind)!.id
}
