import type { Command } from '../../../shared/api/commands.ts'
import { addAction } from '../../../shared/document/action.ts'
import { castVoteOn } from '../../../shared/document/ballot.ts'
import { addDraft } from '../../../shared/document/draft.ts'
import type { Asking } from '../../../shared/document/may.ts'
import { setNoteTheme } from '../../../shared/document/note.ts'
import { readEntries, readFlat } from '../../../shared/document/read.ts'
import { setReady } from '../../../shared/document/ready.ts'
import { addTheme } from '../../../shared/document/theme.ts'
import { textOf } from '../../../shared/document/write.ts'
import type { PhaseKind, Target } from '../../../shared/review/session.ts'
import { target } from '../../../shared/review/target.ts'
import type { PlainClient } from '../plain-client.ts'
import { openPlainBoard, type PlainPerson } from '../world.ts'
import type { Content } from './contents.ts'

/** A board whose people write, group, vote and act as its phases come. */
export interface FilledBoard {
  readonly id: string
  readonly invite: string
  /** `fay`, `olga`, or the first participant. */
  cookieOf(who: 'fay' | 'ana' | 'olga'): string
  /** Goes to a phase, with all that its people do there. */
  enter(kind: PhaseKind): Promise<void>
  /** Fay orders something. */
  lead(command: Command): Promise<void>
  removeOlga(): Promise<void>
  close(): void
}

interface Attendee {
  readonly person: PlainPerson
  readonly asking: Asking
  readonly board: PlainClient
  readonly desk: PlainClient
}

export async function openFilledBoard(origin: string, content: Content, fayCookie: string): Promise<FilledBoard> {
  const plain = await openPlainBoard(origin, { ...content.board, name: 'Fay Ruiz' }, fayCookie)
  const olga = await plain.person('Olga Berg', 'observer')
  const { fay } = plain
  const watching = fay.board()
  const people: readonly Attendee[] = await Promise.all(
    content.people.map(async (name) => {
      const person = await plain.person(name, 'participant')
      const asking: Asking = { person: { id: person.id, role: 'participant' }, status: 'open', editing: 'author' }
      return { person, asking, board: person.board(), desk: person.desk() }
    }),
  )
  await Promise.all([watching, ...people.flatMap(({ board, desk }) => [board, desk])].map((each) => each.synced()))
  await writeDrafts(people, content)

  const { doc } = watching
  const done = new Set<PhaseKind>()
  const onEntering: Partial<Record<PhaseKind, () => Promise<unknown>>> = {
    async discuss() {
      await watching.sees(() => readEntries(doc, 'notes').length === content.drafts.length)
      return says(people[0], content)
    },
    group: () => groups(people[0], content),
    vote: () => vote(people),
    act: () => act(people[0], content),
  }

  async function lead(command: Command): Promise<void> {
    const answer = await fay.command(command)
    if (!answer.ok) throw new Error(await answer.text())
  }

  return {
    id: plain.id,
    invite: plain.invites.participant,
    cookieOf: (who) => ({ fay, olga, ana: people[0]?.person ?? fay })[who].cookie,
    async enter(kind) {
      const { agenda, phase } = readFlat(doc, 'session')
      const item = agenda.find((each) => each.kind === kind)
      if (item === undefined) throw new Error(`no phase ${kind}`)
      if (item.id !== phase) await lead({ type: 'phase.go', phase: item.id, timer: kind !== 'close' })
      await Promise.all([watching, ...people.map(({ board }) => board)].map((each) => each.sees(isIn(item.id))))
      if (done.has(kind)) return
      done.add(kind)
      await onEntering[kind]?.()
      for (const { desk, asking } of people.slice(0, 2)) setReady(desk.doc, asking, item.id, true)
      await Promise.all(people.flatMap(({ board, desk }) => [board.saved(), desk.saved()]))
    },
    lead,
    async removeOlga() {
      await lead({ type: 'person.remove', person: olga.id })
    },
    close: () => plain.hangUp(),
  }
}

function isIn(phase: string): (doc: PlainClient['doc']) => boolean {
  return (doc) => readFlat(doc, 'session').phase === phase
}

async function writeDrafts(people: readonly Attendee[], { drafts }: Content): Promise<void> {
  drafts.forEach((draft, index) => {
    const writer = people[index % people.length]
    if (writer) addDraft(writer.desk.doc, writer.asking, `note-${index}`, draft)
  })
  people[1]?.board.provider.awareness.setLocalState({ hand: 1, at: 'lessons' })
  people[2]?.board.provider.awareness.setLocalState({ at: 'lessons', editing: 'section:lessons' })
  people[3]?.board.provider.awareness.setLocalState({ away: true })
  await Promise.all(people.map(({ desk }) => desk.saved()))
}

async function says(who: Attendee | undefined, { discussions }: Content): Promise<void> {
  for (const { on, said } of discussions) {
    textOf(docOf(who), 'notes', noteSaying(who, on), 'discussion')?.insert(0, said)
  }
}

async function groups(who: Attendee | undefined, { themes }: Content): Promise<void> {
  if (who === undefined) return
  themes.forEach(({ label, notes }, index) => {
    addTheme(who.board.doc, who.asking, `theme-${index}`, label)
    for (const text of notes) setNoteTheme(who.board.doc, who.asking, noteSaying(who, text), `theme-${index}`)
  })
}

/** Everyone casts what they have but the last two, who still think. */
async function vote(people: readonly Attendee[]): Promise<void> {
  people.slice(0, -2).forEach(({ board: { doc }, desk, asking }, who) => {
    const { round } = readFlat(doc, 'session')
    const ids: readonly Target[] = [
      ...readEntries(doc, 'themes').map(({ id }) => target('theme', id)),
      ...readEntries(doc, 'notes').flatMap(({ id, theme }) => (theme === null ? [target('note', id)] : [])),
    ]
    const rules = { isOpen: true, votes: 5, maxPerTarget: 3, countsFor: new Map(ids.map((id) => [id, id])) }
    for (let votes = 0; votes < 5 - (who % 3); votes += 1) {
      const on = ids[(who * who + votes * who) % Math.min(ids.length, 7)]
      if (on && round) castVoteOn(desk.doc, asking, round, on, rules)
    }
  })
}

async function act(who: Attendee | undefined, { actions }: Content): Promise<void> {
  if (who === undefined) return
  actions.forEach((action, index) => {
    addAction(who.board.doc, who.asking, `action-${index}`, {
      ...action,
      source: target('theme', `theme-${index % 3}`),
    })
  })
}

function docOf(who: Attendee | undefined): PlainClient['doc'] {
  if (who === undefined) throw new Error('nobody is here to say anything')
  return who.board.doc
}

function noteSaying(who: Attendee | undefined, text: string): string {
  return readEntries(docOf(who), 'notes').find((note) => note.text === text)?.id ?? ''
}
