import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readDrafts, readEntries, readFlat } from '../../shared/document/read.ts'
import { createDraft, flatTextOf, setFlat } from '../../shared/document/write.ts'
import { addTheme, labels } from '../support/labels.ts'
import { aReview } from '../support/review.ts'

const summary = (doc: Y.Doc) => readFlat(doc, 'incident').summary
const write = (doc: Y.Doc, text: string) => flatTextOf(doc, 'incident', 'summary')?.insert(0, text)

describe('a room', () => {
  it('[ROOM1] asks a newcomer for what it has, and answers with what it lacks', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    addTheme(ana.doc, 'alerts')
    await review.turn()
    const ben = await review.join('ben')
    expect(ben.heard.map(({ type }) => type)).toEqual(['step-1', 'awareness', 'step-2', 'saved'])
    expect(labels(ben.doc)).toEqual(['alerts'])
  })

  it('[ROOM1] takes in what was written offline, and passes it on to everyone but its author', async () => {
    const review = await aReview()
    const [ana, fay] = [await review.join('ana'), await review.join('fay')]
    // With the first change of a minute comes the server's own, of when the board changed: that one goes to everyone.
    addTheme(fay.doc, 'deploys')
    await review.turn()
    ana.hangUp()
    addTheme(ana.doc, 'alerts')
    const again = await review.join('ana', 'board', ana.doc)
    expect(labels(fay.doc)).toEqual(['deploys', 'alerts'])
    expect(again.count('update')).toBe(0)
  })

  it('[ROOM2] closes the socket of a refused update with the reason, and nobody else notices', async () => {
    const review = await aReview()
    const [ana, ben, fay] = [await review.join('ana'), await review.join('ben'), await review.join('fay')]
    const updatesBefore = fay.count('update')
    setFlat(ana.doc, 'session', { title: 'Mine' })
    await review.turn()
    addTheme(ben.doc, 'alerts')
    await review.turn()

    expect(ana.closed).toEqual({ code: 4403, reason: 'server-only' })
    expect([ben.closed, fay.closed]).toEqual([undefined, undefined])
    expect([readFlat(fay.doc, 'session').title, labels(fay.doc)]).toEqual(['Deploys stopped', ['alerts']])
    expect(fay.count('update') - updatesBefore).toBe(1)
  })

  it('[ROOM3] is not changed by what it knows already', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    addTheme(ana.doc, 'alerts')
    await review.turn()
    const [commits, saved] = [review.store.commits.length, ana.saved ?? 0]
    ana.say({ type: 'step-2', update: Y.encodeStateAsUpdate(ana.doc) })
    await review.turn()
    expect([review.store.commits.length - commits, (ana.saved ?? 0) - saved]).toEqual([0, 1])
  })

  it('[ROOM4] binds a client id to whoever used it first, in the same commit', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    addTheme(ana.doc, 'alerts')
    await review.turn()
    const { bindings, updates } = review.store.commits.at(-1)!
    expect(bindings).toEqual([{ client: ana.doc.clientID, owner: { person: 'ana' } }])
    expect(updates).toHaveLength(1)

    const forger = await review.join('ben')
    forger.doc.clientID = ana.doc.clientID
    addTheme(forger.doc, 'forged')
    await review.turn()
    expect(forger.closed).toEqual({ code: 4403, reason: 'client-id' })
  })

  it('[ROOM4] binds its own client id before anything is seen under it', async () => {
    const review = await aReview()
    const fay = await review.join('fay')
    await review.command({ type: 'board.rename', title: 'Slow deploys' })
    const clients = [...Y.decodeStateVector(Y.encodeStateVector(fay.doc)).keys()]
    const stored = await review.store.load(review.id)
    expect(clients.map((client) => stored?.bindings.get(client))).toEqual(clients.map(() => 'server'))
  })

  it('[ROOM5] sets aside what came before what it builds on, until the step 2 that covers it', async () => {
    const review = await aReview()
    const [ana, fay] = [await review.join('ana'), await review.join('fay')]
    ana.hangUp()
    write(ana.doc, 'offline ')
    const again = await review.connect('ana', 'board', ana.doc)
    write(again.doc, 'online ')
    write(again.doc, 'then ')
    again.deliver()
    review.clock.turn()
    await new Promise(setImmediate)
    expect([summary(fay.doc), again.saved, again.closed]).toEqual(['', undefined, undefined])

    await review.turn()
    expect(again.count('step-1')).toBe(2)
    expect([summary(fay.doc), again.closed]).toEqual(['then online offline ', undefined])
    expect(again.saved).toBe(4) // two keystrokes, and an answer to each question
  })

  it('[ROOM5] asks back once, however much is set aside', async () => {
    const review = await aReview()
    const ana = await review.connect('ana')
    const elsewhere = new Y.Doc()
    const updates: Uint8Array[] = []
    elsewhere.on('update', (update: Uint8Array) => updates.push(update))
    for (const label of ['alerts', 'deploys', 'rollbacks']) addTheme(elsewhere, label)
    for (const update of updates.slice(1)) ana.say({ type: 'update', update })
    ana.deliver()
    await new Promise(setImmediate)
    ana.hear()
    expect(ana.count('step-1')).toBe(2)
  })

  it('[ROOM5] refuses a step 2 with a gap', async () => {
    const review = await aReview()
    const ana = await review.connect('ana')
    const elsewhere = new Y.Doc()
    addTheme(elsewhere, 'alerts')
    const known = Y.encodeStateVector(elsewhere)
    addTheme(elsewhere, 'deploys')
    ana.say({ type: 'step-2', update: Y.encodeStateAsUpdate(elsewhere, known) })
    await review.turn()
    expect(ana.closed).toEqual({ code: 4403, reason: 'gap' })
  })

  it('[ROOM5] sends away whoever has more set aside than there is room for', async () => {
    const review = await aReview({ limits: { asideMessages: 1 } })
    const ana = await review.connect('ana')
    const elsewhere = new Y.Doc()
    addTheme(elsewhere, 'alerts')
    elsewhere.on('update', (update: Uint8Array) => ana.say({ type: 'update', update }))
    addTheme(elsewhere, 'deploys')
    addTheme(elsewhere, 'rollbacks')
    ana.deliver()
    expect(ana.closed).toEqual({ code: 4500, reason: 'too-much-waiting' })
  })

  it('[ROOM6] lets a change of role count at once on sockets that are open', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    await review.command({ type: 'role.set', person: 'ana', role: 'observer' })
    addTheme(ana.doc, 'alerts')
    await review.turn()
    expect(ana.closed).toEqual({ code: 4403, reason: 'observer' })
  })

  it('[ROOM6] sends away whoever was removed, once that is committed, from every document', async () => {
    const review = await aReview()
    const [ana, desk, ben] = [await review.join('ana'), await review.join('ana', 'desk'), await review.join('ben')]
    await review.command({ type: 'person.remove', person: 'ana' })
    const removed = { code: 4409, reason: 'removed' }
    expect([ana.closed, desk.closed, ben.closed]).toEqual([removed, removed, undefined])
    expect(readEntries(ben.doc, 'people').find(({ id }) => id === 'ana')?.left).toBe(review.clock.now())
  })

  it('[ROOM6] tells somebody nothing of a removal that is not committed', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    review.store.hold()
    const removing = review.command({ type: 'person.remove', person: 'ana' })
    await review.turn()
    addTheme(ana.doc, 'alerts')
    const again = review.connect('ana')
    await review.turn()
    expect(ana.closed).toBeUndefined()
    await expect(Promise.race([again, 'not yet'])).resolves.toBe('not yet')
    review.store.letAll()
    await review.turn()
    await removing
    expect([ana.closed?.code, (await again).closed?.code]).toEqual([4409, 4409])
    expect(labels((await review.live()).doc)).toEqual([])
  })

  it('[ROOM7] shows a desk to all browsers of its owner, and to nobody else', async () => {
    const review = await aReview()
    const [one, two] = [await review.join('ana', 'desk'), await review.join('ana', 'desk')]
    const others = [await review.join('ben', 'desk'), await review.join('fay', 'desk'), await review.join('fay')]
    createDraft(one.doc, 'n1', { section: 'lessons', text: 'Alerts came late', rank: 'a1' })
    await review.turn()
    expect(readDrafts(two.doc).map(({ text }) => text)).toEqual(['Alerts came late'])
    expect(others.map(({ doc }) => JSON.stringify(doc.toJSON()).includes('Alerts'))).toEqual([false, false, false])
  })

  it('[ROOM8] gives a peer that could not keep up one difference once it can', async () => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    ben.isCongested = true
    for (const label of ['alerts', 'deploys', 'rollbacks']) {
      addTheme(ana.doc, label)
      await review.turn()
    }
    const heardBefore = ben.heard.length
    expect(labels(ben.doc)).toEqual([])
    ben.isCongested = false
    ben.connection?.drained()
    await review.turn()
    expect(ben.heard.slice(heardBefore).filter(({ type }) => type === 'update')).toEqual([])
    expect(labels(ben.doc).sort()).toEqual(['alerts', 'deploys', 'rollbacks'])
    addTheme(ana.doc, 'runbooks')
    await review.turn()
    expect(labels(ben.doc)).toContain('runbooks')
  })

  it('[ROOM8] does not pile up answers for a peer that only asks', async () => {
    const review = await aReview()
    const ben = await review.join('ben')
    const before = ben.count('step-2')
    ben.isCongested = true
    for (let asked = 0; asked < 50; asked++) ben.greet()
    await review.turn()
    ben.isCongested = false
    ben.connection?.drained()
    await review.turn()
    expect(ben.count('step-2') - before).toBe(1)
  })

  it.each([
    ['malformed', [0, 2, 200]],
    ['malformed', [1, 1, 255]],
    ['malformed', [0, 0, 1, 255]],
    ['malformed', [0, 2, 3, 255, 255, 255]],
    ['unknown-message', [9, 1, 2]],
    ['unknown-message', [4, 1]],
    ['unknown-message', []],
  ])('[ROOM9] closes a socket that says %s: %j', async (reason, bytes) => {
    const review = await aReview()
    const [ana, ben] = [await review.join('ana'), await review.join('ben')]
    ana.sayBytes(...bytes)
    await review.turn()
    expect([ana.closed, ben.closed]).toEqual([{ code: 4403, reason }, undefined])
  })

  it('[ROOM10] never stores nor shows what the server wrote only half', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    const live = await review.live()
    const half = live.write(({ board }) => {
      setFlat(board, 'session', { title: 'Half' })
      throw new Error('the other half went wrong')
    })
    await Promise.all([expect(half).rejects.toThrow(), review.turn()])
    expect([ana.closed?.code, readFlat(ana.doc, 'session').title]).toEqual([4500, 'Deploys stopped'])
    expect(readFlat((await review.rested()).doc, 'session').title).toBe('Deploys stopped')
  })

  it('[ROOM10] goes on where the server refused before it wrote anything', async () => {
    const review = await aReview()
    const ana = await review.join('ana')
    const refused = (await review.live()).write(() => {
      throw new Error('no')
    })
    await Promise.all([expect(refused).rejects.toThrow('no'), review.turn()])
    expect(ana.closed).toBeUndefined()
  })
})
