import type { AgendaRefusal } from '../review/agenda.ts'
import type { LeaseRefusal } from '../review/lease.ts'
import type { MoveRefusal } from '../review/move.ts'
import type { SectionsRefusal } from '../review/sections.ts'
import type { SettingsRefusal } from '../review/settings.ts'
import type { TakeBackRefusal } from '../review/take-back.ts'

/** Why a command was not carried out. */
export type CommandRefusal =
  | 'not-a-facilitator'
  | 'phase-has-moved'
  | 'no-next-phase'
  | 'no-phase-length'
  | 'no-timer'
  | 'no-time'
  | 'not-running'
  | 'already-running'
  | 'round-is-open'
  | 'no-open-round'
  | 'no-round'
  | 'ballots-are-elsewhere'
  | 'no-such-person'
  | 'no-such-target'
  | 'last-facilitator'
  | 'already-closed'
  | 'already-open'
  | Exclude<MoveRefusal, 'already-there'>
  | TakeBackRefusal
  | LeaseRefusal
  | AgendaRefusal
  | SectionsRefusal
  | SettingsRefusal

interface Refusal {
  readonly status: 403 | 404 | 409
  /** A sentence a person can act on. */
  readonly detail: string
}

/** How each refusal is answered over HTTP, and worded on screen. */
export const commandRefusals: Readonly<Record<CommandRefusal, Refusal>> = {
  'not-a-facilitator': { status: 403, detail: 'Only a facilitator can do this. Ask one to make you co-facilitator.' },
  'phase-has-moved': { status: 409, detail: 'Somebody else has just changed the phase. Look where the review is now.' },
  'no-next-phase': {
    status: 409,
    detail: 'This is the last phase. Finish the review, or go back to an earlier phase.',
  },
  'nothing-to-take-back': { status: 409, detail: 'There is no step to take back.' },
  'too-late-to-take-back': {
    status: 409,
    detail: 'It is too late to take this step back. Go back to the earlier phase: nothing is lost by that.',
  },
  'no-phase-length': {
    status: 409,
    detail: 'This phase has no length. Give it minutes, or start a timer of your own.',
  },
  'no-timer': { status: 409, detail: 'There is no timer. Start one first.' },
  'no-time': { status: 409, detail: 'A timer needs at least one second.' },
  'not-running': { status: 409, detail: 'The timer is paused already.' },
  'already-running': { status: 409, detail: 'The timer is running already.' },
  'round-is-open': { status: 409, detail: 'The vote is still open. Count the votes first.' },
  'no-open-round': { status: 409, detail: 'There is no open vote to count.' },
  'no-round': { status: 409, detail: 'There has been no vote yet.' },
  'ballots-are-elsewhere': {
    status: 409,
    detail:
      'These votes were cast on another board, so their ballots are not here to be counted again. Open a new vote.',
  },
  'no-such-person': { status: 404, detail: 'This person is not on the board.' },
  'deputy-is-lead': { status: 409, detail: 'Whoever leads can’t be their own deputy. Choose somebody else.' },
  'observer-cannot-lead': { status: 409, detail: 'Observers don’t lead. Let them take part first.' },
  'no-such-target': { status: 409, detail: 'What you want to show is not on the board any more.' },
  'last-facilitator': { status: 409, detail: 'A board needs a facilitator. Make somebody else co-facilitator first.' },
  'already-closed': { status: 409, detail: 'This review is finished already.' },
  'already-open': { status: 409, detail: 'This review is open already.' },
  'unknown-phase': { status: 409, detail: 'This phase is not on the agenda any more.' },
  'drops-current-phase': { status: 409, detail: 'The phase that runs now has to stay on the agenda. Move on first.' },
  'same-id-twice': { status: 409, detail: 'Two items have the same id. Give each its own.' },
  'ends-in-the-past': {
    status: 409,
    detail: 'A phase that ends by the clock needs an end that is still to come. Give it a later one.',
  },
  'section-in-use': { status: 409, detail: 'A section that holds notes or drafts stays. Move its notes first.' },
  'no-sections': { status: 409, detail: 'A board needs at least one section.' },
  'attribution-is-fixed': {
    status: 409,
    detail: 'People have written notes under the promise made at the start, so names stay shown or hidden as they are.',
  },
  'ballot-is-fixed': {
    status: 409,
    detail: 'A vote is open, and people were told how it works. Count the votes first.',
  },
}

/** Why events that another program sent were not taken. */
export type EventsRefusal = 'board-closed' | 'timeline-full' | 'board-full'

export const eventsRefusals: Readonly<Record<EventsRefusal, Refusal>> = {
  'board-closed': {
    status: 409,
    detail: 'This review is finished and takes no more events. A facilitator can reopen it.',
  },
  'board-full': {
    status: 409,
    detail: 'This review is full and takes no more events. Shorten what is written on it, or go on in a new review.',
  },
  'timeline-full': {
    status: 409,
    detail: 'The timeline of this review is full: it holds 4,500 events. Send the ones that matter.',
  },
}

/** Why nothing of a file was added to a review. */
export type ImportRefusal = 'board-closed' | 'board-full'

export const importRefusals: Readonly<Record<ImportRefusal, Refusal>> = {
  'board-closed': {
    status: 409,
    detail: 'This review is here already, and finished. Reopen it to add what the file has and it has not.',
  },
  'board-full': {
    status: 409,
    detail: 'This review is here already, and has no room for what the file adds. Nothing was changed.',
  },
}
