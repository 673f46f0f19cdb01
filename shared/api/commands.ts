import * as v from 'valibot'
import { mostKeys } from '../document/root.ts'
import { id, line, target } from '../document/values.ts'
import { afterSecondsLimits } from '../review/lease.ts'
import { roomLimits } from '../review/room-votes.ts'

const seconds = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(86_400))
const minutes = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440)))
const role = v.picklist(['facilitator', 'participant', 'observer'])
const kind = v.picklist(['welcome', 'facts', 'reflect', 'discuss', 'group', 'vote', 'act', 'close'])
const title = v.pipe(line(200), v.trim(), v.minLength(1, 'a title'))

export const settings = v.strictObject({
  votes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
  maxPerTarget: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)),
  ballot: v.picklist(['secret', 'open']),
  attribution: v.picklist(['named', 'anonymous']),
  editing: v.picklist(['author', 'anyone']),
  reveal: v.picklist(['together', 'immediate']),
})

export const settingsChange = v.partial(settings)

const planned = { kind, title: line(100), minutes }

const agendaItem = v.strictObject({
  id,
  ...planned,
  endsAt: v.optional(v.number()),
  auto: v.optional(v.boolean()),
  whenAllDone: v.optional(v.boolean()),
})

const section = v.strictObject({
  id,
  title: v.pipe(line(100), v.trim(), v.minLength(1, 'a title')),
  prompts: v.pipe(v.array(line(300)), v.maxLength(20)),
  icon: line(40),
  color: line(40),
  votable: v.boolean(),
})

/** An agenda without ids and dates, as a template has it. */
export const plan = v.pipe(v.array(v.strictObject(planned)), v.minLength(1), v.maxLength(40))
export const agenda = v.pipe(v.array(agendaItem), v.minLength(1), v.maxLength(40))
export const sections = v.pipe(v.array(section), v.minLength(1), v.maxLength(20))

/** Any command may carry an id of its own: a repeated id is answered 200 without effect. */
const once = { id: v.optional(v.pipe(line(64), v.minLength(1))) }

const bare = <const Type extends string>(type: Type) => v.strictObject({ type: v.literal(type), ...once })

/** A facilitator's order to the server. [DESIGN §5] */
export const command = v.variant('type', [
  v.strictObject({
    type: v.literal('phase.go'),
    phase: id,
    from: v.optional(id),
    timer: v.optional(v.boolean()),
    ...once,
  }),
  v.strictObject({ type: v.literal('phase.next'), from: v.optional(id), timer: v.optional(v.boolean()), ...once }),
  v.strictObject({ type: v.literal('phase.undo'), from: v.optional(id), ...once }),
  v.strictObject({ type: v.literal('timer.start'), seconds: v.optional(seconds), ...once }),
  bare('timer.pause'),
  bare('timer.resume'),
  bare('timer.stop'),
  v.strictObject({
    type: v.literal('timer.add'),
    seconds: v.pipe(v.number(), v.integer(), v.minValue(-86_400), v.maxValue(86_400)),
    ...once,
  }),
  v.strictObject({
    type: v.literal('agenda.set'),
    agenda,
    ...once,
  }),
  v.strictObject({
    type: v.literal('sections.set'),
    sections,
    ...once,
  }),
  v.strictObject({ type: v.literal('settings.set'), ...settingsChange.entries, ...once }),
  v.strictObject({
    type: v.literal('round.open'),
    targets: v.optional(v.pipe(v.array(target), v.minLength(1), v.maxLength(mostKeys))),
    breaks: v.optional(id),
    votes: v.optional(settings.entries.votes),
    maxPerTarget: v.optional(settings.entries.maxPerTarget),
    ...once,
  }),
  bare('round.close'),
  bare('round.recount'),
  v.strictObject({
    type: v.literal('spotlight.set'),
    target: v.nullable(target),
    seconds: v.optional(seconds),
    ...once,
  }),
  v.strictObject({ type: v.literal('role.set'), person: id, role, ...once }),
  v.strictObject({ type: v.literal('lead.set'), person: id, ...once }),
  v.strictObject({
    type: v.literal('deputy.set'),
    person: v.nullable(id),
    afterSeconds: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(afterSecondsLimits[0]), v.maxValue(afterSecondsLimits[1])),
    ),
    ...once,
  }),
  v.strictObject({
    type: v.literal('room.set'),
    person: id,
    people: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(roomLimits[0]), v.maxValue(roomLimits[1]))),
    ...once,
  }),
  bare('board.lock'),
  bare('board.unlock'),
  v.strictObject({ type: v.literal('person.remove'), person: id, ...once }),
  v.strictObject({ type: v.literal('board.rename'), title, ...once }),
  bare('board.close'),
  bare('board.reopen'),
  v.strictObject({ type: v.literal('invite.rotate'), role, ...once }),
])

export type Command = v.InferOutput<typeof command>
