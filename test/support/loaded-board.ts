import { addEntry } from '../../shared/document/entry.ts'
import type { Asking } from '../../shared/document/may.ts'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { boardSchema, type ContentRootName, entriesRoots } from '../../shared/document/schema.ts'
import { createDraft, flatTextOf, type NewEntry, setFields, setFlat, textOf } from '../../shared/document/write.ts'
import type { PhaseKind } from '../../shared/review/session.ts'
import { everyField, type Fill } from './every-field.ts'
import type { PlainClient } from './plain-client.ts'
import { openPlainBoard, type PlainPerson } from './world.ts'

/** A board on a server, with words of a test's own in every field that people can write. */
export interface LoadedBoard {
  readonly id: string
  readonly invite: string
  readonly fay: PlainPerson
  readonly ana: PlainPerson
  go(kind: PhaseKind): Promise<void>
  /** Ana casts a vote, and it is counted. */
  vote(): Promise<void>
  close(): void
}

/** All of it is written as people write it: by HTTP, and through the guard. */
export async function openLoadedBoard(origin: string, fill: Fill): Promise<LoadedBoard> {
  const content = everyField(fill)
  const [first, second] = content.people
  const plain = await openPlainBoard(origin, { title: content.session.title, name: first?.name ?? '' })
  const ana = await plain.person(second?.name ?? '', 'participant')
  await plain.person(content.people[2]?.name ?? '', 'observer')
  const { fay } = plain
  const board = fay.board()
  const desk = ana.desk()
  await Promise.all([board.synced(), desk.synced()])

  const sections = content.session.sections.map((section) => ({ ...section, prompts: [...section.prompts] }))
  await ordered(fay, { type: 'sections.set', sections })
  const { agenda } = readFlat(board.doc, 'session')
  const titles = new Map(content.session.agenda.map(({ kind, title }) => [kind, title]))
  await ordered(fay, {
    type: 'agenda.set',
    agenda: agenda.map((item) => ({ ...item, title: titles.get(item.kind) ?? item.title })),
  })

  const [note] = content.notes
  createDraft(desk.doc, 'one', { section: 'lessons', rank: 'a0', text: note?.text ?? '' })
  await desk.saved()
  await write(board, fay.id, content)

  const isIn = (phase: string) => board.sees((doc) => readFlat(doc, 'session').phase === phase)
  return {
    id: plain.id,
    invite: plain.invites.participant,
    fay,
    ana,
    async go(kind) {
      const item = readFlat(board.doc, 'session').agenda.find((each) => each.kind === kind)
      if (item === undefined || readFlat(board.doc, 'session').phase === item.id) return
      await ordered(fay, { type: 'phase.go', phase: item.id })
      await isIn(item.id)
      if (kind !== 'discuss') return
      await board.sees((doc) => readEntries(doc, 'notes').length === 1)
      setFields(board.doc, 'notes', 'one', { theme: 'one' })
      textOf(board.doc, 'notes', 'one', 'discussion')?.insert(0, note?.discussion ?? '')
      await board.saved()
    },
    async vote() {
      desk.doc.getMap('ballots').set(`${readFlat(board.doc, 'session').round}/theme:one`, 2)
      await desk.saved()
      await ordered(fay, { type: 'round.close' })
    },
    close: () => plain.hangUp(),
  }
}

async function write({ doc, saved }: PlainClient, by: string, content: ReturnType<typeof everyField>): Promise<void> {
  const asking: Asking = { person: { id: by, role: 'facilitator' }, status: 'open', editing: 'author' }
  for (const root of entriesRoots.filter(isContent)) {
    for (const { id, ...entry } of content[root]) {
      const added = addEntry(doc, asking, root, id, entry as NewEntry<typeof root>)
      if (!added.allowed) throw new Error(`${root} would not take ${JSON.stringify(entry)}: ${added.reason}`)
    }
  }
  for (const [name, given] of Object.entries(content.incident)) {
    const text = flatTextOf(doc, 'incident', name as Parameters<typeof flatTextOf<'incident'>>[2])
    if (text === undefined) setFlat(doc, 'incident', { [name]: given })
    else text.insert(0, String(given))
  }
  await saved()
}

function isContent(root: (typeof entriesRoots)[number]): root is Exclude<ContentRootName, 'notes'> {
  return boardSchema[root].create === 'participant'
}

async function ordered(by: PlainPerson, command: Parameters<PlainPerson['command']>[0]): Promise<void> {
  const answer = await by.command(command)
  if (!answer.ok) throw new Error(await answer.text())
}
