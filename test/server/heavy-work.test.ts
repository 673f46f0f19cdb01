import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roomLimits, syncLimits } from '../../server/limits.ts'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { rewrite } from '../../shared/document/rewrite.ts'
import { createDraft, createEntry, draftText, textOf } from '../../shared/document/write.ts'
import { aReview } from '../support/review.ts'

const words = (of: (n: number) => string) => Array.from({ length: 300 }, (_, n) => of(n)).join(' ')

describe('work that takes long', () => {
  it('[PRESSURE17] is no reason to wait: of many notes reworded from two sides at once, the first are merged by words, the rest whole', async () => {
    const review = await aReview()
    const [board, desk] = [await review.join('ana'), await review.join('ana', 'desk')]
    const { agenda } = readFlat(board.doc, 'session')
    await review.command({ type: 'phase.go', phase: agenda.find(({ kind }) => kind === 'discuss')!.id })
    const ids = Array.from({ length: 5 }, (_, n) => `note-${n}`)
    for (const id of ids) {
      createDraft(desk.doc, id, { section: 'lessons', rank: 'a0', text: words((n) => `word${n}`) })
    }
    await review.turn()
    const theirs = words((n) => (n % 2 ? `even${n}` : `word${n}`))
    const mine = words((n) => (n % 2 ? `word${n}` : `odd${n}`))
    for (const id of ids) rewrite(textOf(board.doc, 'notes', id, 'text')!, theirs)
    await review.turn()
    desk.doc.transact(() => {
      for (const id of ids) rewrite(draftText(desk.doc, id)!, mine)
    })
    await review.turn()
    const texts = readEntries(board.doc, 'notes').map(({ text }) => text)
    expect(texts[0]).toBe(words((n) => (n % 2 ? `even${n}` : `odd${n}`)))
    expect(texts.at(-1)).toContain(theirs.slice(0, -10))
    expect(texts.at(-1)).toContain(mine.slice(10))
  })

  it('[PRESSURE18] costs whoever brings it, so that nobody takes more than a quarter of the server for long', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    const { doc } = await review.live()
    const before = [ana.spent, ben.spent]
    doc.once('update', () => review.clock.work(100)) // a tenth of a second, in which everybody waits
    createEntry(ana.doc, 'themes', 'alerts', { label: 'alerts', rank: 'a1' })
    await review.turn()
    expect([ana.spent - before[0]!, ben.spent - before[1]!]).toEqual([100 * roomLimits.bytesForEachMs, 0])
    expect(syncLimits.bytes.perSecond / (1000 * roomLimits.bytesForEachMs)).toBeCloseTo(0.25, 1)
    expect(Y.encodeStateVector(ana.doc)).toEqual(Y.encodeStateVector(ben.doc))
  })

  it('[PRESSURE18] costs nobody anything while the machine stands still', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    const { doc } = await review.live()
    const before = ana.spent
    doc.once('update', () => review.clock.pass(20_000)) // paused, swapped out, or the clock was put forward
    createEntry(ana.doc, 'themes', 'alerts', { label: 'alerts', rank: 'a1' })
    await review.turn()
    expect([readEntries(doc, 'themes').length, ana.spent - before]).toEqual([1, 0])
  })
})
