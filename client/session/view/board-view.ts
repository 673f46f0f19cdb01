import type * as Y from 'yjs'
import {
  readAbstained,
  readBallots,
  readCounted,
  readDraft,
  readEntry,
  readFlat,
} from '../../../shared/document/read.ts'
import type { EntriesRootName, Entry, FlatValues } from '../../../shared/document/schema.ts'
import { eachEntriesRoot } from '../../../shared/document/snapshot.ts'
import type { Ballot } from '../../../shared/review/ballot.ts'
import type { Draft } from '../../../shared/review/entries.ts'
import { defaultSettings, type Session } from '../../../shared/review/session.ts'
import type { Watched } from '../watched.ts'
import { type EntriesView, viewEntries, viewRoot } from './entries-view.ts'
import { type LinksView, viewLinks } from './links.ts'
import { type Placement, viewPlacement } from './placement.ts'
import { type Voting, viewVoting } from './voting.ts'

type EntriesViews = { readonly [R in EntriesRootName]: EntriesView<Entry<R>> }

/** Everything of a board and of my desk as plain data that says when it changed. */
export interface BoardView {
  readonly session: Watched<Session>
  readonly incident: Watched<FlatValues<'incident'>>
  readonly entries: EntriesViews
  readonly placement: Watched<Placement>
  readonly links: LinksView
  readonly drafts: EntriesView<Draft>
  /** `<round>/<target>` -> votes. */
  readonly ballots: Watched<Readonly<Record<string, number>>>
  /** The same for the people in the room for whom I vote. */
  readonly roomBallots: Watched<Readonly<Record<string, number>>>
  readonly ready: Watched<ReadonlySet<string>>
  /** Rounds in which I give no vote. */
  readonly abstained: Watched<ReadonlySet<string>>
  /** Round -> my ballot as it was when the round was counted. */
  readonly counted: Watched<ReadonlyMap<string, Ballot>>
  readonly voting: Watched<Voting>
  close(): void
}

export function viewBoard(board: Watched<Y.Doc>, desk: Watched<Y.Doc>): BoardView {
  const view = <R extends EntriesRootName>(root: R) => viewEntries(board, root, (doc, id) => readEntry(doc, root, id))
  const session = viewRoot(board, 'session', sessionOf)
  const incident = viewRoot(board, 'incident', (doc) => readFlat(doc, 'incident'))
  const entries: EntriesViews = eachEntriesRoot<EntriesViews>(view)
  const drafts = viewEntries(desk, 'drafts', readDraft)
  const ballots = viewRoot(desk, 'ballots', readVotes)
  const roomBallots = viewRoot(desk, 'roomBallots', (doc) => readBallots(doc, 'roomBallots'))
  const ready = viewRoot(desk, 'ready', (doc) => new Set(doc.getMap('ready').keys()))
  const abstained = viewRoot(desk, 'abstained', readAbstained)
  const counted = viewRoot(desk, 'counted', readCounted)
  const placement = viewPlacement(entries.notes.all, entries.themes.all, session)
  const links = viewLinks({
    links: entries.links.all,
    notes: entries.notes.all,
    themes: entries.themes.all,
    timeline: entries.timeline.all,
    causes: entries.causes.all,
    actions: entries.actions.all,
  })
  const parts = [
    links,
    session,
    incident,
    ...Object.values(entries),
    drafts,
    ballots,
    roomBallots,
    ready,
    abstained,
    counted,
  ]
  return {
    session,
    incident,
    entries,
    placement,
    links,
    drafts,
    ballots,
    roomBallots,
    ready,
    abstained,
    counted,
    voting: viewVoting(session, placement, entries.results.all, ballots),
    close: () => {
      for (const part of parts) part.close()
    },
  }
}

/** Before the server's copy has come everything is as on an empty board. */
function sessionOf(doc: Y.Doc): Session {
  const known: Partial<Session> = readFlat(doc, 'session')
  return { ...emptySession, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) }
}

function readVotes(desk: Y.Doc): Readonly<Record<string, number>> {
  return desk.getMap<number>('ballots').toJSON()
}

const emptySession: Session = {
  title: '',
  status: 'open',
  phase: '',
  agenda: [],
  visits: [],
  timer: null,
  settings: defaultSettings,
  sections: [],
  spotlight: null,
  round: null,
  schema: 0,
}
