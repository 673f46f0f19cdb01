import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { contentParts } from '../../shared/document/content.ts'
import { readEntry, readFlat } from '../../shared/document/read.ts'
import { snapshotOf } from '../../shared/document/snapshot.ts'
import { createEntry, flatTextOf, setFields, setFlat, setRemoved, textOf } from '../../shared/document/write.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview, type Review } from '../support/review.ts'

const approve = (doc: Y.Doc, given: { approver?: string; approvedOn?: string } = {}) =>
  setFlat(doc, 'incident', { status: 'approved', ...given })
const statusOf = (doc: Y.Doc) => readFlat(doc, 'incident').status

type Deed = (doc: Y.Doc, count: number, who: string) => void

/** What changes the content, each time it is done. */
const contentDeeds: Readonly<Record<string, Deed>> = {
  summary: (doc, count) => flatTextOf(doc, 'incident', 'summary')?.insert(0, `${count} `),
  severity: (doc, count) => setFlat(doc, 'incident', { severity: count % 2 === 0 ? 'SEV-1' : 'SEV-2' }),
  event: (doc, count) => createEntry(doc, 'timeline', `event-${count}`, { at: '2026-03-01T08:00:00Z', event: 'Alert' }),
  service: (doc, count) => setFields(doc, 'services', 'web', { minutes: count }),
  action: (doc, count) => textOf(doc, 'actions', 'drill', 'title')?.insert(0, `${count} `),
  bin: (doc, count, by) => setRemoved(doc, 'causes', 'why', count % 2 === 0 ? { by, at: count } : undefined),
}

/** What lives on around the content. */
const otherDeeds: Readonly<Record<string, Deed>> = {
  version: (doc, count) => setFlat(doc, 'incident', { version: `1.${count}` }),
  nextReview: (doc) => setFlat(doc, 'incident', { nextReview: '2026-09-01' }),
  progress: (doc, count) =>
    setFields(doc, 'actions', 'drill', { status: count % 2 === 0 ? 'in-progress' : 'complete', evidence: `${count}` }),
  order: (doc, count) => setFields(doc, 'actions', 'drill', { rank: `a${count % 10}` }),
  checkIn: (doc, count) => createEntry(doc, 'checkIns', `check-${count}`, { on: '2026-04-01' }),
  done: (doc, count) => setFields(doc, 'followUps', 'tell', { done: count % 2 === 0 }),
  backAndForth: (doc) => {
    const text = flatTextOf(doc, 'incident', 'resolution')
    doc.transact(() => {
      text?.insert(0, 'x')
      text?.delete(0, 1)
    })
  },
}

async function aBoard() {
  const review = await aReview()
  const ana = await review.join('ana')
  createEntry(ana.doc, 'services', 'web', { name: 'web', minutes: 90_000 })
  createEntry(ana.doc, 'actions', 'drill', { title: 'Drill', rank: 'a0' })
  createEntry(ana.doc, 'causes', 'why', { text: 'No limit', rank: 'a0' })
  createEntry(ana.doc, 'followUps', 'tell', { what: 'Tell', rank: 'a0' })
  await review.turn()
  const ben = await review.join('ben')
  return { review, ana, ben }
}

describe('an approval', () => {
  let review: Review
  let ana: Pipe
  let ben: Pipe

  beforeEach(async () => {
    ;({ review, ana, ben } = await aBoard())
  })

  it('[APPROVAL1] names who approved it, and when, as it was said', async () => {
    approve(ana.doc, { approver: 'Dana', approvedOn: '2026-03-02' })
    await review.turn()
    expect(readFlat(ben.doc, 'incident')).toMatchObject({
      ...{ status: 'approved', approver: 'Dana', approvedOn: '2026-03-02' },
      approval: { by: 'ana', approver: 'Dana', on: '2026-03-02', stands: true },
    })
  })

  it('[APPROVAL1] is of whoever says so, and of today, where nothing else is said', async () => {
    approve(ana.doc)
    await review.turn()
    const on = new Date(review.clock.now()).toISOString().slice(0, 10)
    expect(readFlat(ben.doc, 'incident')).toMatchObject({ status: 'approved', approver: 'ana', approvedOn: on })
  })

  it('[APPROVAL1] names nobody by itself on an anonymous board', async () => {
    await review.command({ type: 'settings.set', attribution: 'anonymous' })
    approve(ana.doc)
    await review.turn()
    expect(readFlat(ben.doc, 'incident')).toMatchObject({ approver: '', approval: { by: null, stands: true } })
  })

  it('[APPROVAL2] falls back to review as its content changes, in the same update and the same commit', async () => {
    approve(ana.doc)
    await review.turn()
    const before = ana.heard.filter(({ type }) => type === 'update').length
    flatTextOf(ben.doc, 'incident', 'summary')?.insert(0, 'Pages were stale')
    await review.turn()
    const record = { summary: 'Pages were stale', status: 'in-review', approvedOn: null, approval: { stands: false } }
    expect(readFlat(ana.doc, 'incident')).toMatchObject(record)
    expect(readFlat(ben.doc, 'incident')).toMatchObject(record)
    expect(readFlat(await review.stored(), 'incident')).toMatchObject(record)
    expect(ana.heard.filter(({ type }) => type === 'update')).toHaveLength(before + 1)
  })

  it('[APPROVAL2] falls back as a command changes the content', async () => {
    approve(ana.doc)
    await review.turn()
    await review.command({ type: 'board.rename', title: 'A cut of 43 seconds' })
    expect(statusOf(ben.doc)).toBe('in-review')
  })

  it('[APPROVAL3] is kept, and falls back, also after a restart', async () => {
    approve(ana.doc)
    await review.turn()
    const again = review.restarted()
    expect(statusOf((await again.live()).doc)).toBe('approved')
    const back = await again.join('ben')
    setFlat(back.doc, 'incident', { version: '1.1' })
    await again.turn()
    expect(statusOf(back.doc)).toBe('approved')
    setFlat(back.doc, 'incident', { severity: 'SEV-3' })
    await again.turn()
    expect(statusOf(back.doc)).toBe('in-review')
  })

  it('[APPROVAL4] can be given again, and be taken back', async () => {
    approve(ana.doc, { approver: 'Dana', approvedOn: '2026-03-02' })
    await review.turn()
    setFlat(ben.doc, 'incident', { severity: 'SEV-3' })
    await review.turn()
    approve(ana.doc, { approver: 'Dana', approvedOn: '2026-03-02' })
    await review.turn()
    expect(readFlat(ben.doc, 'incident')).toMatchObject({ status: 'approved', approval: { stands: true } })

    setFlat(ben.doc, 'incident', { status: 'draft' })
    await review.turn()
    expect(readFlat(ana.doc, 'incident')).toMatchObject({
      status: 'draft',
      approvedOn: null,
      approval: { stands: false },
    })
  })

  it('[APPROVAL1] is written by the server alone', async () => {
    approve(ana.doc)
    await review.turn()
    const { approval } = readFlat(ben.doc, 'incident')
    setFlat(ben.doc, 'incident', { approval: { ...approval!, parts: {} } })
    await review.turn()
    expect(ben.closed).toMatchObject({ code: 4403 })
    expect(readFlat(ana.doc, 'incident').approval).toEqual(approval)
  })

  it('[APPROVAL2] stands as long as the content is what was approved, and no longer', async () => {
    const names = [...Object.keys(contentDeeds), ...Object.keys(otherDeeds), 'approve']
    const deed = fc.record({
      who: fc.constantFrom('ana', 'ben'),
      name: fc.constantFrom(...names, 'approve', 'approve'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 10 }), async (deeds) => {
        const board = await aBoard()
        let approved: string | null = null
        for (const [count, { who, name }] of deeds.entries()) {
          const { doc } = who === 'ana' ? board.ana : board.ben
          const act = contentDeeds[name] ?? otherDeeds[name] ?? (() => approve(doc))
          act(doc, count, who)
          await board.review.turn()
          const content = JSON.stringify(contentParts(snapshotOf(doc)))
          approved = name === 'approve' ? content : approved === content ? approved : null
          expect(statusOf(board.ana.doc) === 'approved').toBe(approved !== null)
          expect(statusOf(board.ben.doc)).toBe(statusOf(board.ana.doc))
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('a change of the record', () => {
  let review: Review
  let ana: Pipe
  let ben: Pipe

  beforeEach(async () => {
    ;({ review, ana, ben } = await aBoard())
  })

  const edit = (doc: Y.Doc, part: string) => readEntry(doc, 'edits', part)

  it('[EDIT1] is told with who made it last, and when', async () => {
    flatTextOf(ana.doc, 'incident', 'summary')?.insert(0, 'Stale pages')
    await review.turn()
    const first = review.clock.now()
    expect(edit(ben.doc, 'summary')).toEqual({ id: 'summary', by: 'ana', at: first })

    await review.pass(5000)
    flatTextOf(ben.doc, 'incident', 'summary')?.insert(0, 'Many ')
    setFields(ben.doc, 'services', 'web', { minutes: 3 })
    await review.turn()
    expect(edit(ana.doc, 'summary')).toEqual({ id: 'summary', by: 'ben', at: first + 5000 })
    expect(edit(ana.doc, 'list-services')).toMatchObject({ by: 'ben' })
    expect(edit(ana.doc, 'resolution')).toBeUndefined()
  })

  it('[EDIT1] is not told anew for each letter of the same person', async () => {
    flatTextOf(ana.doc, 'incident', 'summary')?.insert(0, 'a')
    await review.turn()
    const at = edit(ben.doc, 'summary')!.at
    await review.pass(20_000)
    flatTextOf(ana.doc, 'incident', 'summary')?.insert(0, 'b')
    await review.turn()
    expect(edit(ben.doc, 'summary')).toMatchObject({ at })
    await review.pass(40_000)
    flatTextOf(ana.doc, 'incident', 'summary')?.insert(0, 'c')
    await review.turn()
    expect(edit(ben.doc, 'summary')).toMatchObject({ at: at + 60_000 })
  })

  it('[EDIT2] names nobody on an anonymous board, and no more once it becomes one', async () => {
    setFlat(ana.doc, 'incident', { severity: 'SEV-2' })
    await review.turn()
    expect(edit(ben.doc, 'severity')).toMatchObject({ by: 'ana' })
    await review.command({ type: 'settings.set', attribution: 'anonymous' })
    expect(edit(ben.doc, 'severity')).toMatchObject({ by: null })
    setFlat(ana.doc, 'incident', { severity: 'SEV-1' })
    await review.turn()
    expect(edit(ben.doc, 'severity')).toMatchObject({ by: null })
  })
})
