import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { apiPaths, reportFormats } from '../../shared/api/paths.ts'
import { createEntry, setFields } from '../../shared/document/write.ts'
import type { PhaseKind } from '../../shared/review/session.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { startServerProcess } from '../support/server-process.ts'
import { openPlainBoard, type PlainBoard, type PlainPerson } from '../support/world.ts'

interface Attending extends PlainPerson {
  readonly on: PlainClient
  readonly at: PlainClient
}

const writers = ['Anastasia', 'Benedikt', 'Cyprian'] as const
const onTheBoard = ['canary', 'rollback', 'silent', 'queue', 'wiki', 'late-a', 'late-b', 'offline'] as const
const words = (id: string) => `what was said of ${id}`

/** A whole anonymous review over real sockets, read by somebody who keeps every frame and every answer. */
describe('the wire of an anonymous board', () => {
  let board: PlainBoard
  let reader: Attending
  let people: readonly Attending[]
  let answers: Readonly<Record<string, string>>
  let log: readonly string[]
  let dataDir: string

  const draft = (by: Attending, id: string, section = 'lessons') =>
    by.at.doc.transact(() => {
      const values: [string, unknown][] = [
        ['section', section],
        ['rank', 'a0'],
        ['text', new Y.Text(words(id))],
      ]
      by.at.doc.getMap('drafts').set(id, new Y.Map(values))
    })
  const draftOf = (by: Attending, id: string) => by.at.doc.getMap<Y.Map<unknown>>('drafts').get(id)!
  const sees = (id: string, field: string, isSo: (value: unknown) => boolean) =>
    reader.on.sees((doc) => isSo(doc.getMap<Y.Map<unknown>>('notes').get(id)?.get(field)))
  const session = () => reader.on.doc.getMap('session').toJSON()

  async function go(kind: PhaseKind): Promise<void> {
    const { id } = session().agenda.find((item: { kind: PhaseKind }) => item.kind === kind)
    await people[0]!.command({ type: 'phase.go', phase: id })
    await reader.on.sees(() => session().phase === id)
  }

  async function attend(person: PlainPerson): Promise<Attending> {
    const attending = { ...person, on: person.board(), at: person.desk() }
    await Promise.all([attending.on.synced(), attending.at.synced()])
    return attending
  }

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'hindsight-wire-'))
    const server = await startServerProcess({ DATA_DIR: dataDir, LOG_LEVEL: 'trace' })
    board = await openPlainBoard(server.url, { settings: { attribution: 'anonymous' } })
    reader = await attend(await board.person('Olga', 'observer'))
    const fay = await attend(board.fay)
    const [ana, ben, cy] = await Promise.all(
      writers.map(async (name) => attend(await board.person(name, 'participant'))),
    )
    people = [fay, ana!, ben!, cy!]
    await review(people as readonly [Attending, Attending, Attending, Attending])

    const ask = async (path: string) => (await reader.send('GET', path)).text()
    answers = Object.fromEntries([
      ...(await Promise.all(reportFormats.map(async (each) => [each, await ask(apiPaths.report(board.id, each))]))),
      ['board', await ask(apiPaths.board(board.id))],
      ['boards', await ask(apiPaths.boards())],
      ['metrics', await ask('/metrics')],
    ])
    board.hangUp()
    const { output } = await server.end('SIGTERM')
    log = output.split('\n')
  })

  afterAll(() => rm(dataDir, { recursive: true, force: true }))

  async function review([fay, ana, ben, cy]: readonly [Attending, Attending, Attending, Attending]): Promise<void> {
    await go('reflect')
    ana.on.provider.awareness.setLocalState({ at: 'lessons', editing: 'section:lessons' })
    for (const [by, id] of [
      [ana, 'canary'],
      [ana, 'rollback'],
      [ben, 'silent'],
      [cy, 'queue'],
      [fay, 'wiki'],
    ] as const) {
      draft(by, id)
      await by.at.saved()
    }
    cy.at.provider.disconnect()
    cy.on.provider.disconnect()
    await go('discuss')
    await sees('wiki', 'author', (author) => author === null)
    const text = draftOf(cy, 'queue').get('text')
    if (text instanceof Y.Text) text.insert(0, 'Offline: ')
    draft(cy, 'offline')

    draft(ana, 'late-a')
    await ana.at.saved()
    draft(ben, 'late-b', 'went-well')
    await sees('late-b', 'author', (author) => author === null)
    cy.at.provider.connect()
    cy.on.provider.connect()
    await Promise.all([cy.at.saved(), cy.on.saved()])

    const reworded = draftOf(ana, 'canary').get('text')
    if (reworded instanceof Y.Text) reworded.insert(reworded.length, ', and more')
    await sees('canary', 'text', (value) => `${value}`.endsWith(', and more'))
    await sees('queue', 'text', (value) => `${value}`.startsWith('Offline: '))
    draftOf(ben, 'silent').set('removed', { by: ben.id, at: 5 })
    await sees('silent', 'removed', (removed) => removed !== undefined)
    draftOf(ben, 'silent').delete('removed')
    await sees('silent', 'removed', (removed) => removed === undefined)

    await go('group')
    await sees('offline', 'author', (author) => author === null)
    createEntry(fay.on.doc, 'themes', 'theme', { label: 'Rollout', rank: 'a0' })
    setFields(fay.on.doc, 'notes', 'canary', { theme: 'theme' })
    await fay.on.saved()
    await votes([ana, ben, cy])
    await refusals(ana, ben)
  }

  async function votes([ana, ben, cy]: readonly [Attending, Attending, Attending]): Promise<void> {
    const result = () => reader.on.doc.getMap('results').toJSON()[session().round]
    await go('vote')
    const give = async (by: Attending, target: string, count: number) => {
      by.at.doc.getMap('ballots').set(`${session().round}/${target}`, count)
      await by.at.saved()
    }
    await give(ana, 'note:silent', 2)
    await give(ben, 'note:queue', 3)
    await people[0]!.command({ type: 'round.close' })
    await reader.on.sees(() => result().cast === 5)
    await give(cy, 'theme:theme', 1)
    await give(ana, 'note:wiki', 1)
    await reader.on.sees(() => result().late === 2)
    await people[0]!.command({ type: 'round.recount' })
    await reader.on.sees(() => result().cast === 7)
  }

  /** What makes the server write its log: a claim to somebody else's draft, words that are not one's own, bad requests. */
  async function refusals(ana: Attending, ben: Attending): Promise<void> {
    const claim = ben.desk({ doc: new Y.Doc() })
    await claim.synced()
    claim.doc
      .getMap('drafts')
      .set('canary', new Y.Map(Object.entries({ section: 'lessons', rank: 'a0', text: new Y.Text('mine') })))
    await claim.closed
    const forged = ana.board({ doc: new Y.Doc() })
    await forged.synced()
    setFields(forged.doc, 'notes', 'queue', { author: ana.id })
    await forged.closed
    await ana.command({ type: 'spotlight.set', target: 'note:canary' })
    await ana.send('POST', apiPaths.commands(board.id), {
      type: 'spotlight.set',
      target: 'note:canary',
      extra: 'queue',
    })
    await ana.send('GET', '/api/boards/note:canary')
  }

  /** Everything that names somebody: their id, their name, and the client ids that everyone saw them use. */
  const names = () =>
    people.flatMap(({ id, name, on, at }) => [
      Buffer.from(id),
      ...(name === 'fay' ? [] : [Buffer.from(name)]),
      ...[on.doc.clientID, at.doc.clientID].map((client) => {
        const encoder = encoding.createEncoder()
        encoding.writeVarUint(encoder, client)
        return Buffer.from(encoding.toUint8Array(encoder))
      }),
    ])

  it('[ANON8] brings no frame that holds a note and anybody’s id, name or client id', () => {
    const others = people.flatMap(({ on }) => on.frames)
    const about = [...reader.on.frames, ...others].filter((frame) =>
      onTheBoard.some((id) => frame.includes(id) || frame.includes(words(id))),
    )
    // What comes with the connection holds the whole board, its people too; there was no note on it then.
    expect(about.length).toBeGreaterThan(20)
    const telling = about.flatMap((frame) =>
      names()
        .filter((name) => frame.includes(name))
        .map(String),
    )
    expect(telling).toEqual([])
  })

  it('[ANON8] shows notes under client ids that nobody used', () => {
    const used = new Set(people.flatMap(({ on, at }) => [on.doc.clientID, at.doc.clientID]))
    const notes = reader.on.doc.getMap<Y.Map<unknown>>('notes')
    expect([...notes.keys()].sort()).toEqual([...onTheBoard].sort())
    for (const note of notes.values()) {
      const text = note.get('text')
      const items = [note._item, ...['author', 'createdAt', 'section', 'text'].map((field) => note._map.get(field))]
      for (let item = text instanceof Y.Text ? text._start : null; item !== null; item = item.right) items.push(item)
      expect(items.map((item) => used.has(item!.id.client))).not.toContain(true)
      expect(note.toJSON()).toMatchObject({ author: null })
    }
  })

  it('[ANON8] takes away reports in which names stand only among those who took part', () => {
    const times = (text: string, part: string) => text.split(part).length - 1
    for (const { id, name } of people.slice(1)) {
      // The board as one file is the HTML with the JSON inside.
      const named = { md: 1, html: 1, json: 1, csv: 0, 'timeline.csv': 0, ics: 0, 'board.html': 2 }
      expect(Object.fromEntries(reportFormats.map((each) => [each, times(answers[each]!, name)]))).toEqual(named)
      expect(Object.entries(answers).map(([each, text]) => [each, times(text, id)])).toEqual(
        Object.keys(answers).map((each) => [each, each === 'json' || each === 'board.html' ? 1 : 0]),
      )
    }
    const { notes, results } = JSON.parse(answers.json!)
    expect(JSON.stringify({ notes, results })).toContain('canary')
    for (const { id } of people) expect(JSON.stringify({ notes, results })).not.toContain(id)
  })

  it('[ANON8] leaves a log that names no note, no target and no words, not even where something was refused', () => {
    expect(log.some((line) => line.includes('refused what a client sent'))).toBe(true)
    expect(log.some((line) => line.includes('"answered"'))).toBe(true)
    const told = log.filter((line) => onTheBoard.some((id) => line.includes(`${id}"`) || line.includes(words(id))))
    expect(told.filter((line) => people.some(({ id, name }) => line.includes(id) || line.includes(name)))).toEqual([])
    const secrets = [...Object.values(board.invites), ...people.map(({ cookie }) => cookie.split('=')[1]!)]
    expect(log.filter((line) => [...writers, ...secrets].some((secret) => line.includes(secret)))).toEqual([])
  })
})
