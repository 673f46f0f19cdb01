import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readFlat } from '../../shared/document/read.ts'
import { schemaVersion } from '../../shared/document/schema.ts'
import { createEntry, flatTextOf } from '../../shared/document/write.ts'
import { aReview, type Review } from '../support/review.ts'

/** Longer than an unused board stays in memory. */
const aWhile = 120_000

/** Puts the stored board back to the first layout, in which the record had no text for what was contained. */
async function makeOld(review: Review): Promise<void> {
  const doc = await review.stored()
  const known = Y.encodeStateVector(doc)
  doc.transact(() => {
    doc.getMap('session').set('schema', 1)
    doc.getMap('incident').delete('containment')
  })
  const update = Y.encodeStateAsUpdate(doc, known)
  const nothing = { bindings: [], members: [], draftAuthors: [], invites: [], commands: [], listing: null }
  await review.store.commit(review.id, { ...nothing, updates: [{ document: 'board', update }] })
}

describe('a board of an older layout', () => {
  it('[LAYOUT1] gets what is new when it is loaded, once, and keeps all it had', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    createEntry(ana.doc, 'themes', 'alerting', { label: 'Alerting', rank: 'a1' })
    flatTextOf(ana.doc, 'incident', 'summary')?.insert(0, 'Deploys stopped for an hour.')
    await review.turn()
    ana.hangUp()
    await review.pass(aWhile)
    await makeOld(review)

    const { doc } = await review.live()
    await review.turn()
    expect(readFlat(doc, 'session').schema).toBe(schemaVersion)
    expect(flatTextOf(doc, 'incident', 'containment')?.toString()).toBe('')
    expect(flatTextOf(doc, 'incident', 'summary')?.toString()).toBe('Deploys stopped for an hour.')
    expect(doc.getMap('themes').size).toBe(1)

    const commits = review.store.commits.length
    await review.pass(aWhile)
    await review.live()
    await review.turn()
    expect(review.store.commits).toHaveLength(commits)
  })
})
