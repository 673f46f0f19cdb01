import { describe, expect, it } from 'vitest'
import { openCopyBook } from '../../client/session/device/copy-book.ts'
import { storageAlone } from '../support/storage-alone.ts'

/** Two tabs of one browser, and a clock. */
function tabs() {
  const storage = storageAlone()
  const time = { now: 1000 }
  const tab = () => openCopyBook(storage, 'board', () => time.now)
  return { first: tab(), second: tab(), time }
}

describe('the copies of a board on a device', () => {
  it('[CLIENT11] are one for a person and an epoch, in every tab and after a reload', () => {
    const { first, second } = tabs()
    const copy = first.enter('ana', 'e1')

    expect(copy).toEqual({ person: 'ana', epoch: 'e1', generation: 1 })
    expect(second.enter('ana', 'e1')).toEqual(copy)
  })

  it('[CLIENT11] of somebody else, or of another epoch, are put in order by one tab', () => {
    const { first, second } = tabs()
    const anas = first.enter('ana', 'e1')
    first.enter('ben', 'e1')
    first.enter('ben', 'e2')

    expect(first.takeOrphan()).toEqual(anas)
    expect(second.takeOrphan()).toEqual({ person: 'ben', epoch: 'e1', generation: 2 })
    expect(second.takeOrphan()).toBe(null)
  })

  it('[CLIENT11] that a tab took and never finished are put in order by another one later', () => {
    const { first, second, time } = tabs()
    const anas = first.enter('ana', 'e1')
    first.enter('ben', 'e1')
    first.takeOrphan()
    time.now += 61_000

    expect(second.takeOrphan()).toEqual(anas)
  })

  it('[CLIENT11] never come back under an old name once dropped: the generation is raised first', () => {
    const { first, second } = tabs()
    const old = first.enter('ana', 'e1')
    const fresh = first.renew('ana', 'e1')

    expect(fresh.generation).toBe(2)
    expect(second.newerThan(old)).toEqual(fresh)
    expect(second.newerThan(fresh)).toBe(null)
    expect(second.enter('ana', 'e1')).toEqual(fresh)
    expect(second.takeOrphan()).toBe(null)
    first.settle(old)
    expect(second.trash()).toEqual([old])
    second.deleted(old)
    expect(first.trash()).toEqual([])
  })

  it('[CLIENT11] are all given up with the board', () => {
    const { first } = tabs()
    const anas = first.enter('ana', 'e1')
    const bens = first.enter('ben', 'e1')
    first.settleAll()

    expect(first.trash()).toEqual([anas, bens])
    expect(first.enter('ben', 'e1').generation).toBe(3)
  })
})
