import { readEntries } from '../../shared/document/read.ts'
import type { Attendee } from './attendee.ts'
import { topicOf } from './words.ts'

/** What people do to find out what matters, and what follows: they group, vote and decide. */

/** Of everybody together. */
const mostActions = 12
const dayMs = 86_400_000

/** Puts a note to another one of its topic, into the theme of that one if it has one. */
export async function group(someone: Attendee): Promise<void> {
  const { view, verbs } = someone.session
  const notes = [...view.placement.get().notes.values()]
  const textOf = (id: string) => view.entries.notes.entry(id).get()?.text ?? ''
  const note = someone.chance.of(notes.filter(({ theme }) => theme === null))
  if (note === undefined) return
  const topic = topicOf(textOf(note.id))
  const alike = notes.filter(({ id }) => id !== note.id && topic !== undefined && topicOf(textOf(id)) === topic)
  const onto = alike.find(({ theme }) => theme !== null) ?? someone.chance.of(alike)
  if (onto === undefined) return
  let theme: string | undefined
  await someone.drag(note.id, () => {
    const grouped = verbs.groupNotes(note.id, onto.id)
    theme = grouped.allowed ? grouped.value : undefined
  })
  if (theme !== undefined && onto.theme === null) await nameTheme(someone, theme, topic?.name ?? 'Together')
}

/** Names a theme that has no name yet, after what lies in it. */
export async function labelTheme(someone: Attendee): Promise<void> {
  const { placement, entries } = someone.session.view
  const unnamed = placement.get().themes.find(({ id }) => entries.themes.entry(id).get()?.label === '')
  const [first] = unnamed?.notes ?? []
  if (unnamed === undefined || first === undefined) return
  const topic = topicOf(entries.notes.entry(first.id).get()?.text ?? '')
  await nameTheme(someone, unnamed.id, topic?.name ?? 'Together')
}

async function nameTheme(someone: Attendee, theme: string, name: string): Promise<void> {
  const label = someone.session.texts.entry('themes', theme, 'label')
  if (label?.read() === '' && !someone.seesOthersIn(label)) await someone.type(label, name)
}

export async function ungroup(someone: Attendee): Promise<void> {
  const { view, verbs } = someone.session
  const note = someone.chance.of([...view.placement.get().notes.values()].filter(({ theme }) => theme !== null))
  if (note) await someone.drag(note.id, () => verbs.ungroup(note.id))
}

/** A vote on something that stands far up, now and then one back; done once none is left. */
export function vote(someone: Attendee): void {
  const { view, verbs } = someone.session
  const { targets, counted, rules } = view.voting.get()
  const { chance, item } = someone
  const on = targets[Math.min(chance.int(0, targets.length - 1), chance.int(0, targets.length - 1))]
  if (on === undefined || !rules.isOpen) return
  if (chance.happens(0.02)) verbs.setAbstains(true)
  else if (chance.happens(0.1)) verbs.takeBackVote(on)
  else verbs.castVote(on)
  if (counted.left === 0) verbs.setReady(item.id, true)
}

/** An action for one of the targets with the most votes. */
export async function addForWhatMatters(someone: Attendee): Promise<void> {
  const { view, verbs, texts } = someone.session
  const { round } = view.session.get()
  const votes = view.entries.results.entry(round ?? '').get()?.votes ?? {}
  const best = view.voting
    .get()
    .targets.toSorted((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0))
    .slice(0, 5)
  const source = someone.chance.of(best)
  if (source === undefined || view.entries.actions.all.get().size >= mostActions) return
  await someone.think(3, 8)
  const [kind = '', id = ''] = source.split(':')
  const words = kind === 'theme' ? texts.entry('themes', id, 'label')?.read() : texts.entry('notes', id, 'text')?.read()
  verbs.addAction({ title: topicOf(words ?? '')?.action ?? `Look into: ${words}`.slice(0, 100), source })
}

/** Gives an action an owner, a date, or a way to prove it. */
export async function decideOnAction(someone: Attendee): Promise<void> {
  const { view, verbs, texts, clock, writing } = someone.session
  const action = someone.chance.of([...view.entries.actions.all.get().values()])
  if (action === undefined) return
  await someone.think(2, 5)
  if (action.owner === null) {
    const owner = someone.chance.of(
      readEntries(writing.board.get(), 'people').filter(({ role }) => role !== 'observer'),
    )
    verbs.setAction(action.id, { owner: owner?.id ?? null })
  } else if (action.due === null) {
    const due = new Date(clock.now() + someone.chance.int(3, 60) * dayMs)
    verbs.setAction(action.id, { due: due.toISOString().slice(0, 10) })
  } else if (action.verification === '') {
    const proof = texts.entry('actions', action.id, 'verification')
    if (!someone.seesOthersIn(proof)) await someone.type(proof, someone.words.proof())
  }
}
