import { describe, expect, it } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { sharePresence } from '../../client/session/presence.ts'
import { cell } from '../../client/session/watched.ts'
import type { Presence } from '../../shared/protocol/presence.ts'
import { Clock } from '../support/clock.ts'

function anasPresence() {
  const awareness = new Awareness(new Y.Doc())
  const clock = new Clock()
  const shown: Presence[] = []
  const presence = sharePresence(cell(awareness), 'ana', clock)
  awareness.on('update', () => shown.push(presenceIn(awareness)))
  /** Another browser's state, as the server passes it on. */
  const others = (client: number, state: Presence) => {
    const other = new Awareness(Object.assign(new Y.Doc(), { clientID: client }))
    other.setLocalState({ ...state })
    applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [client]), 'server')
    other.destroy()
  }
  return { presence, shown, clock, others }
}

function presenceIn(awareness: Awareness): Presence {
  return awareness.getLocalState() ?? {}
}

describe('presence', () => {
  it('[CLIENT7] shows the first change at once and of the following ones the newest, after a pause', () => {
    const { presence, shown, clock } = anasPresence()

    presence.set({ editing: 'note:a' })
    presence.set({ editing: 'note:b' })
    presence.set({ editing: 'note:c' })
    expect(shown).toEqual([{ editing: 'note:a' }])
    clock.pass(60)

    expect(shown).toEqual([{ editing: 'note:a' }, { editing: 'note:c' }])
  })

  it('[CLIENT7] of one person is one, from all their tabs, and away only where all of them are', () => {
    const { presence, others } = anasPresence()
    others(11, { person: 'ben', away: true, editing: 'note:a' })
    others(12, { person: 'ben', hand: 5 })
    others(13, { at: 'lessons' })

    expect([...presence.everyone.get().byPerson.values()]).toEqual([
      { person: 'ana', at: null, editing: null, dragging: null, hand: null, away: false },
      { person: 'ben', at: null, editing: 'note:a', dragging: null, hand: 5, away: false },
    ])
  })

  it('[CLIENT7] of the server is apart from that of people', () => {
    const { presence, others } = anasPresence()
    const progress = { attribution: 'named', people: {} } as const
    others(1, { server: true, progress, here: ['ana'] } as Presence)

    expect(presence.everyone.get().server).toEqual({ server: true, progress, here: ['ana'] })
    expect([...presence.everyone.get().byPerson.keys()]).toEqual(['ana'])
  })

  it('[RECORD4] tells where others’ carets stand in a text, and those who look there alone', () => {
    const { presence, others } = anasPresence()
    const [summary, resolution] = [presence.caretsIn('field:summary'), presence.caretsIn('field:resolution')]
    let heard = 0
    summary.subscribe(() => {
      heard += 1
    })
    others(11, { person: 'ben', editing: 'field:summary', caret: 'AB' })
    others(12, { person: 'ben', editing: 'field:summary', caret: 'AC' })
    others(13, { person: 'ana', editing: 'field:summary', caret: 'AD' })
    others(14, { person: 'cem', editing: 'field:resolution', caret: 'AE' })
    others(15, { person: 'dee', editing: null, caret: 'AF' })

    expect(summary.get()).toEqual([{ person: 'ben', anchor: 'AB' }])
    expect(resolution.get()).toEqual([{ person: 'cem', anchor: 'AE' }])
    expect(heard).toBe(1)
  })
})
