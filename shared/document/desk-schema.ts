import * as v from 'valibot'
import { mostRoomVotes } from '../review/room-votes.ts'
import { stampedOptional, text, value } from './field.ts'
import { entries, type Root } from './root.ts'
import { id, rank } from './values.ts'

const ballotKey = /^[A-Za-z0-9_-]{1,64}\/(note|theme):[A-Za-z0-9_-]{1,64}$/

/** A participant's private document: drafts, ballots, and where they said "I'm done". */
export const deskSchema = {
  drafts: entries({
    section: value(id),
    text: text(2000),
    rank: value(rank),
    /** The wording already carried over into the note. */
    published: stampedOptional<string>(),
    /** Set while the removal of this draft has taken its anonymous note off the board. */
    takenBack: stampedOptional<true>(),
  }),
  ballots: {
    shape: 'scalars',
    key: ballotKey,
    schema: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(50)),
    change: 'participant',
  },
  /** What this person casts for people in the room, as `ballots`. */
  roomBallots: {
    shape: 'scalars',
    key: ballotKey,
    schema: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostRoomVotes)),
    change: 'participant',
  },
  /** Rounds in which this person gives no vote: nobody waits for theirs. */
  abstained: {
    shape: 'scalars',
    key: /^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/,
    schema: v.literal(true),
    change: 'participant',
  },
  ready: {
    shape: 'scalars',
    key: /^(?!__proto__$)[A-Za-z0-9_-]{1,64}$/,
    schema: v.literal(true),
    change: 'participant',
  },
  /** Round id -> this person's ballot as it was when the round was counted: what differs since then is late. */
  counted: {
    shape: 'scalars',
    key: /^[A-Za-z0-9_-]{1,64}$/,
    schema: v.custom<Readonly<Record<string, number>>>(() => true),
    change: 'server',
  },
  /** The same of what they cast for people in the room. */
  countedRoom: {
    shape: 'scalars',
    key: /^[A-Za-z0-9_-]{1,64}$/,
    schema: v.custom<Readonly<Record<string, number>>>(() => true),
    change: 'server',
  },
} as const satisfies Readonly<Record<string, Root>>

export type DeskSchema = typeof deskSchema
