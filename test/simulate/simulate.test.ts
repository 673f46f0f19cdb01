import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiPaths, inviteLink } from '../../shared/api/paths.ts'
import { contentOf } from '../support/guarded-room.ts'
import { openWorld, type World } from '../support/world.ts'
import { sum } from './figures.ts'
import { invitedPlace, newPlace } from './place.ts'
import { type Simulation, simulate } from './simulate.ts'

const briefly = { people: 6, speed: 50, minutes: 3, seed: 7 }

process.setMaxListeners(0) // y-websocket listens for the exit once for each connection

describe('simulated people', () => {
  let world: World
  let simulation: Simulation
  const life = new AbortController()
  const said: string[] = []

  const docs = () => simulation.attendees.map(({ session }) => session.writing.board.get())
  const views = () => simulation.attendees.map(({ session }) => session.view)

  beforeAll(async () => {
    world = await openWorld()
    simulation = simulate(await newPlace(world.origin), briefly, life.signal, (line) => said.push(line))
    await simulation.ended
  })

  afterAll(async () => {
    await simulation.close()
    await world.close()
  })

  it('[SIMULATE1] go through all phases of a review, and are cut off and come back', () => {
    expect(said).toEqual([
      'Set the tone',
      'Review the facts',
      'Reflect',
      'Discuss',
      'Find themes',
      'Prioritise',
      'Plan actions',
      'Wrap up',
    ])
    expect(simulation.attendees).toHaveLength(7)
    expect(sum(simulation.attendees.map(({ returns }) => returns))).toBeGreaterThan(0)
  })

  it('[SIMULATE2] leave behind what they wrote and gave, the same before everyone', () => {
    const [first, ...others] = docs().map((doc) => contentOf(doc))
    for (const other of others) expect(other).toEqual(first)

    const drafts = views().flatMap((view) => [...view.drafts.all.get().values()])
    const kept = drafts.filter(({ removed }) => removed === undefined).map(({ id }) => id)
    expect(kept.length).toBeGreaterThan(0)
    // What its author thought better of as it was revealed is a note in the bin.
    expect([...(views()[0]?.entries.notes.all.get().keys() ?? [])].sort()).toEqual(kept.sort())

    const [result] = views()[0]?.entries.results.all.get().values() ?? []
    const counted = views().flatMap((view) => Object.values(view.counted.get().get(result?.id ?? '') ?? {}))
    expect(result?.cast).toBeGreaterThan(0)
    expect(sum(counted)).toBe(result?.cast)
    expect(sum(Object.values(result?.votes ?? {}))).toBe(result?.cast)
  })

  it('[SIMULATE3] come by an invitation, leave leading to others, and go when they are called away', async () => {
    const away = new AbortController()
    const place = await invitedPlace(inviteLink(world.origin, world.id, world.invites.participant))
    const guests = simulate(place, { ...briefly, people: 2 }, away.signal, (line) => said.push(line))
    const board = world.fay.board()
    await board.sees((doc) => doc.getMap('people').size === 3)
    away.abort()
    await guests.ended
    await guests.close()
    const answer = await world.fay.send('GET', apiPaths.report(world.id, 'json'))
    expect(await answer.json()).toMatchObject({ session: { visits: [{ phase: expect.any(String) }] } })
  })
})
