import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { hearUpdates } from '../../client/session/waiting.ts'
import { cell } from '../../client/session/watched.ts'
import { Clock } from '../support/clock.ts'

const documents = () => ({ board: new Y.Doc(), desk: new Y.Doc() })

describe('whoever waits for a note to come back', () => {
  it('[SALVAGE12] hears of it soon, once for all changes of a moment, also where it came with another copy', () => {
    const clock = new Clock()
    const live = cell(documents())
    let heard = 0
    const stop = hearUpdates(live, () => heard++, clock)
    for (const id of ['alerts', 'deploys']) live.get().board.getMap('notes').set(id, 'back')
    expect(heard).toBe(0)
    clock.pass(1000)
    expect(heard).toBe(1)

    const another = documents()
    another.board.getMap('notes').set('runbooks', 'back')
    live.set(another)
    clock.pass(1000)
    expect(heard).toBe(2)
    stop()
  })
})
