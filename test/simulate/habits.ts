import type { TextHandle } from '../../client/session/text/text-handle.ts'
import { addEvents } from '../../shared/document/timeline.ts'
import { reactionKinds } from '../../shared/protocol/reactions.ts'
import type { PhaseKind } from '../../shared/review/session.ts'
import { target } from '../../shared/review/target.ts'
import type { Attendee } from './attendee.ts'
import { addForWhatMatters, decideOnAction, group, labelTheme, ungroup, vote } from './sorting.ts'

type Habit = (someone: Attendee) => Promise<void> | void

/** So much everyone has to say, in notes. */
const mostThoughts = 4
/** Nobody adds to a text of so many characters. */
const longest = 300

/** One thing that somebody does now; whoever is done here mostly listens. */
export async function doSomething(someone: Attendee): Promise<void> {
  const { item, chance, session } = someone
  const isDone = session.view.ready.get().has(item.id)
  const habits = isDone && chance.happens(0.8) ? listening : habitsIn[item.kind]
  await chance.of(habits)?.(someone)
}

/** A sentence more, where there are not many already. */
async function remark(someone: Attendee, text: TextHandle | undefined): Promise<void> {
  const before = text?.read() ?? ''
  if (before.length > longest || someone.seesOthersIn(text)) return
  const joint = before === '' || /\s$/.test(before) ? '' : /[.?!]$/.test(before) ? ' ' : '. '
  await someone.type(text, joint + someone.words.remark())
}

const react: Habit = ({ session, chance }) => {
  const kind = chance.of(reactionKinds)
  if (kind !== undefined) session.presence.react(kind)
}

const raiseHand: Habit = (someone) => someone.raiseHand()
const wander: Habit = (someone) => someone.wander()
const listen: Habit = (someone) => someone.think(2, 8)

const compose: Habit = async (someone) => {
  const { session, chance } = someone
  const section = chance.of(session.view.session.get().sections)
  if (section && session.view.drafts.all.get().size < mostThoughts) await someone.compose(section.id)
}

const rewordDraft: Habit = async (someone) => {
  const draft = someone.chance.of([...someone.session.view.drafts.all.get().values()])
  if (draft && draft.published === undefined) {
    await remark(someone, someone.session.texts.draft(draft.id))
  }
}

const thinkBetter: Habit = ({ session, chance }) => {
  const draft = chance.of([...session.view.drafts.all.get().values()])
  if (draft?.removed !== undefined) session.verbs.restoreDraft(draft.id)
  else if (draft && draft.published === undefined) session.verbs.removeDraft(draft.id)
}

const sayDone: Habit = ({ session, item }) => {
  session.verbs.setReady(item.id, !session.view.ready.get().has(item.id))
}

const addEvent: Habit = async (someone) => {
  const { session, words, chance } = someone
  await someone.think(3, 8)
  const { board, asking, newId } = session.writing
  const at = `2018-10-21T${chance.int(22, 23)}:${chance.int(10, 59)}:00Z`
  addEvents(board.get(), asking(), [{ id: newId(), at, event: words.thought('went-well') }])
}

const tellImpact: Habit = (someone) => {
  const field = someone.chance.of(['impactUsers', 'impactBusiness', 'communications'] as const) ?? 'impactUsers'
  return remark(someone, someone.session.texts.incident(field))
}

const rewordNote: Habit = async (someone) => {
  const mine = [...someone.session.view.placement.get().notes.values()].filter(({ author }) => author === someone.id)
  const note = someone.chance.of(mine)
  if (note) await remark(someone, someone.session.texts.entry('notes', note.id, 'text'))
}

const writeDown: Habit = async (someone) => {
  const { spotlight } = someone.session.view.session.get()
  const note = [...someone.session.view.placement.get().notes.keys()].find(
    (id) => spotlight?.target === target('note', id),
  )
  if (note) await remark(someone, someone.session.texts.entry('notes', note, 'discussion'))
}

const moveNote: Habit = async (someone) => {
  const { view, verbs } = someone.session
  const note = someone.chance.of([...view.placement.get().notes.values()])
  const section = someone.chance.of(view.session.get().sections)
  if (note && section) await someone.drag(note.id, () => verbs.moveNote(note.id, { section: section.id }))
}

const tellTakeaway: Habit = (someone) => remark(someone, someone.session.texts.incident('takeaways'))

const dropOff: Habit = (someone) => someone.dropOff(async () => habitsOffline[someone.item.kind]?.(someone))
const habitsOffline: Partial<Record<PhaseKind, Habit>> = { reflect: compose, group, vote, act: addForWhatMatters }

const listening: readonly Habit[] = [...often(16, listen), ...often(2, wander), react, raiseHand]
const any: readonly Habit[] = [...listening, ...often(4, sayDone), dropOff]

/** What stands here more than once they do more often. */
const habitsIn: Readonly<Record<PhaseKind, readonly Habit[]>> = {
  welcome: [...any, compose, sayDone],
  facts: [...any, tellImpact, tellImpact, addEvent, compose],
  reflect: [...any, ...often(28, compose), ...often(5, rewordDraft), thinkBetter],
  discuss: [
    ...any,
    ...often(3, writeDown),
    ...often(3, rewordNote),
    raiseHand,
    raiseHand,
    react,
    react,
    compose,
    moveNote,
  ],
  group: [...any, ...often(16, group), ...often(3, labelTheme), ungroup, moveNote],
  vote: [...listening, dropOff, ...often(40, vote)],
  act: [...any, ...often(4, addForWhatMatters), ...often(8, decideOnAction), react],
  close: [...any, tellTakeaway, tellTakeaway, decideOnAction, react],
}

function often(times: number, habit: Habit): readonly Habit[] {
  return Array.from({ length: times }, () => habit)
}
