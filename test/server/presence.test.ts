import { describe, expect, it } from 'vitest'
import { createDraft } from '../../shared/document/write.ts'
import { isServerPresence } from '../../shared/protocol/presence.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview } from '../support/review.ts'

const told = (pipe: Pipe) => [...pipe.presence().values()].filter(isServerPresence).at(-1)
const tick = 50

describe('presence', () => {
  it('[PRESENCE1] passes on known fields of sensible size, under the name of whoever is connected', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    ana.sayPresence({
      person: 'fay',
      user: { name: 'Fay', color: '#f00' },
      at: 'lessons',
      editing: 'x'.repeat(5000),
      caret: 'BQID',
      hand: 12,
      away: 'yes',
    })
    await review.turn()
    await review.pass(tick)
    expect(ben.presence().get(ana.doc.clientID)).toEqual({ person: 'ana', at: 'lessons', caret: 'BQID', hand: 12 })
  })

  it('[PRESENCE2] lets nobody speak for anyone else, nor for the server', async () => {
    const review = await aReview()
    const [ana, ben, fay] = [await review.join('ana'), await review.join('ben'), await review.join('fay')]
    ana.sayPresence({ at: 'lessons' })
    await review.turn()
    await review.pass(tick)
    const [server] = [...fay.presence()].find(([, state]) => isServerPresence(state))!
    const before = fay.heard.length
    ben.sayPresence({ at: 'elsewhere' }, { client: ana.doc.clientID, clock: 99 })
    ben.sayPresence(null, { client: ana.doc.clientID, clock: 100 })
    ben.sayPresence({ server: true, progress: {}, here: [] }, { client: server, clock: 1000 })
    await review.turn()
    await review.pass(tick)
    expect([ben.closed, fay.heard.length - before]).toEqual([undefined, 0])
    expect((await review.join('olga')).presence().get(ana.doc.clientID)).toEqual({ person: 'ana', at: 'lessons' })
  })

  it('[PRESENCE2] shows a new client id only once it is bound on disk', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    review.store.hold()
    ana.sayPresence({ at: 'lessons' })
    await review.turn()
    ana.sayPresence({ at: 'alerts' }, { clock: 2 })
    await review.turn()
    await review.pass(tick)
    expect(ben.presence().has(ana.doc.clientID)).toBe(false)

    review.store.letAll()
    await review.turn()
    await review.pass(tick)
    expect(ben.presence().get(ana.doc.clientID)).toEqual({ person: 'ana', at: 'alerts' })
    expect((await review.store.load(review.id))?.bindings.get(ana.doc.clientID)).toEqual({ person: 'ana' })
  })

  it('[PRESENCE2] lets one connection bring up only a few client ids', async () => {
    const review = await aReview({ limits: { clientsPerConnection: 2 } })
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    for (const client of [11, 12, 13]) ana.sayPresence({ at: 'lessons' }, { client })
    await review.turn()
    await review.pass(tick)
    expect([11, 12, 13].map((client) => ben.presence().has(client))).toEqual([true, true, false])
  })

  it('[PRESENCE3] sends all changes of a tick as one message, the latest of each', async () => {
    const review = await aReview()
    const [ana, ben, fay] = [await review.join('ana'), await review.join('ben'), await review.join('fay')]
    await review.pass(tick)
    const before = fay.count('awareness')
    for (let clock = 1; clock <= 40; clock++) {
      ana.sayPresence({ dragging: `note:${clock}` }, { clock })
      ben.sayPresence({ at: 'lessons' }, { clock })
    }
    await review.turn()
    await review.pass(tick)
    expect(fay.count('awareness') - before).toBe(1)
    expect(fay.presence().get(ana.doc.clientID)).toEqual({ person: 'ana', dragging: 'note:40' })
  })

  it('[PRESENCE10] tells the next moment later the more the last one told, and then the latest', async () => {
    const review = await aReview({ limits: { presenceBytesPerSecond: 100 } })
    const [ana, fay] = [await review.join('ana'), await review.join('fay')]
    await review.pass(60_000)
    const say = async (clock: number) => {
      ana.sayPresence({ at: `section-${clock}`, editing: `note:${'x'.repeat(90)}` }, { clock })
      await review.turn()
      await review.pass(tick)
      return shown()
    }
    const shown = () => Object(fay.presence().get(ana.doc.clientID)).at
    expect(await say(1)).toBe('section-1')
    expect(await say(2)).toBe('section-1')
    expect(await say(3)).toBe('section-1')
    const before = fay.count('awareness')
    await review.pass(5000)
    expect([shown(), fay.count('awareness') - before]).toEqual(['section-3', 1])
  })

  it('[PRESENCE4] sends nobody a state of their own', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    for (const pipe of [ana, ben]) pipe.sayPresence({ at: 'lessons' })
    await review.turn()
    await review.pass(tick)
    expect([ana.presence().has(ana.doc.clientID), ana.presence().has(ben.doc.clientID)]).toEqual([false, true])
  })

  it('[PRESENCE4] lets go of whoever hangs up, and sees them again at their old clock', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    ana.sayPresence({ at: 'lessons' }, { clock: 7 })
    await review.turn()
    await review.pass(tick)
    ana.hangUp()
    await review.pass(tick)
    expect(ben.presence().get(ana.doc.clientID)).toBeNull()

    const again = await review.join('ana', 'board', ana.doc)
    again.sayPresence({ at: 'lessons' }, { clock: 7 })
    await review.turn()
    await review.pass(tick)
    const told = ben.presenceEntries().filter(({ client }) => client === ana.doc.clientID)
    const clocks = told.map(({ clock }) => clock)
    expect(told.map(({ state }) => state !== null)).toEqual([true, false, true])
    expect(clocks).toEqual([...new Set(clocks)].toSorted((a, b) => a - b))
    expect(ben.presence().get(ana.doc.clientID)).toEqual({ person: 'ana', at: 'lessons' })
  })

  it('[PRESENCE4] keeps the state of a client whose new socket is open when its old one closes', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    ana.sayPresence({ at: 'lessons' }, { clock: 1 })
    await review.turn()
    const again = await review.join('ana', 'board', ana.doc)
    again.sayPresence({ at: 'alerts' }, { clock: 2 })
    await review.turn()
    ana.hangUp()
    await review.pass(tick)
    expect(ben.presence().get(ana.doc.clientID)).toEqual({ person: 'ana', at: 'alerts' })
  })

  it('[PRESENCE5] drops what is not newer', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    ana.sayPresence({ at: 'lessons' }, { clock: 7 })
    ana.sayPresence({ at: 'stale' }, { clock: 7 })
    ana.sayPresence({ at: 'older' }, { clock: 3 })
    await review.turn()
    await review.pass(tick)
    expect(ben.presence().get(ana.doc.clientID)).toEqual({ person: 'ana', at: 'lessons' })
  })

  it('[PRESENCE6] lets go of a client that was silent for half a minute', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    ana.sayPresence({ at: 'lessons' })
    await review.turn()
    await review.pass(29_000)
    expect(ben.presence().get(ana.doc.clientID)).toEqual({ person: 'ana', at: 'lessons' })
    await review.pass(20_000)
    expect(ben.presence().get(ana.doc.clientID)).toBeNull()
  })

  it('[PRESENCE7] names no place of anyone on an anonymous board', async () => {
    const review = await aReview({ body: { settings: { attribution: 'anonymous' } } })
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    ana.sayPresence({ at: 'lessons', editing: 'note:n1', caret: 'BQID', dragging: 'note:n1', hand: 5, away: false })
    await review.turn()
    await review.pass(tick)
    const shown = { person: 'ana', hand: 5, away: false }
    expect(ben.presence().get(ana.doc.clientID)).toEqual(shown)
    expect((await review.join('fay')).presence().get(ana.doc.clientID)).toEqual(shown)
  })

  it('[PRESENCE8] tells everyone who is here, and how far everyone is, whether connected or not', async () => {
    const review = await aReview()
    const [fay, desk] = [await review.join('fay'), await review.join('ana', 'desk')]
    createDraft(desk.doc, 'n1', { section: 'lessons', text: 'Alerts came late', rank: 'a1' })
    await review.turn()
    desk.hangUp()
    const ben = await review.join('ben')
    await review.pass(tick)
    expect(told(fay)?.here).toEqual(['fay', 'ben'])
    expect(told(ben)?.progress).toMatchObject({ people: { ana: { drafts: 1 }, ben: { drafts: 0 } } })
    expect(told(fay)?.progress).not.toHaveProperty('people.olga')
  })

  it('[PRESENCE8] tells of nothing that is not committed', async () => {
    const review = await aReview()
    const [fay, desk] = [await review.join('fay'), await review.join('ana', 'desk')]
    review.store.hold()
    createDraft(desk.doc, 'n1', { section: 'lessons', text: 'Alerts came late', rank: 'a1' })
    await review.turn()
    await review.pass(15_000)
    expect(told(fay)?.progress).toMatchObject({ people: { ana: { drafts: 0 } } })
    review.store.letAll()
    await review.turn()
    await review.pass(tick)
    expect(told(fay)?.progress).toMatchObject({ people: { ana: { drafts: 1 } } })
  })

  it('[PRESENCE8] renews what the server tells every 15 seconds, so that nobody forgets it', async () => {
    const review = await aReview()
    const fay = await review.join('fay')
    await review.pass(tick)
    const before = fay.count('awareness')
    await review.pass(15_000 + tick)
    expect(fay.count('awareness') - before).toBe(1)
  })

  it('[PRESENCE8] says nothing on a desk', async () => {
    const review = await aReview()
    const [one, two] = [await review.join('ana', 'desk'), await review.join('ana', 'desk')]
    one.sayPresence({ at: 'lessons' })
    await review.turn()
    await review.pass(tick)
    expect(two.count('awareness')).toBe(0)
  })

  it('[PRESENCE11] says in which order hands were raised, whatever time they claim', async () => {
    const review = await aReview()
    const [ana, ben, fay] = [await review.join('ana'), await review.join('ben'), await review.join('fay')]
    const say = async (pipe: Pipe, hand: number | null, clock: number) => {
      pipe.sayPresence({ hand }, { clock })
      await review.turn()
      await review.pass(tick)
      return told(fay)?.hands
    }
    expect(await say(ben, 5000, 1)).toEqual(['ben'])
    expect(await say(ana, 1, 1)).toEqual(['ben', 'ana'])
    expect(await say(ben, 0, 2)).toEqual(['ben', 'ana'])
    expect(await say(ben, null, 3)).toEqual(['ana'])
    expect(await say(ben, 1, 4)).toEqual(['ana', 'ben'])
  })

  it('[PRESENCE11] keeps the place of a hand that is cut off for less than half a minute', async () => {
    const review = await aReview()
    const [ben, fay] = [await review.join('ben'), await review.join('fay')]
    let ana = await review.join('ana')
    let clock = 0
    const raise = async (pipe: Pipe) => {
      clock += 1
      pipe.sayPresence({ hand: 1 }, { clock })
      await review.turn()
      await review.pass(tick)
    }
    const awayFor = async (ms: number) => {
      ana.hangUp()
      await review.turn()
      await review.pass(tick)
      const meanwhile = told(fay)?.hands
      // Whoever is silent for half a minute is gone.
      for (let passed = 0; passed < ms; passed += 10_000) {
        await raise(ben)
        await review.pass(10_000)
      }
      ana = await review.join('ana')
      await raise(ana)
      return [meanwhile, told(fay)?.hands]
    }
    await raise(ana)
    await raise(ben)
    expect(await awayFor(20_000)).toEqual([['ben'], ['ana', 'ben']])
    expect(await awayFor(60_000)).toEqual([['ben'], ['ben', 'ana']])
  })
})
