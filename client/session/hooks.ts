import { useMemo } from 'react'
import type { WriteRefusal } from '../../shared/document/may.ts'
import { mayChange, mayCreate } from '../../shared/document/may.ts'
import type {
  BoardRoot,
  BoardSchema,
  ContentRootName,
  EntriesRootName,
  Entry,
  FlatValues,
} from '../../shared/document/schema.ts'
import type { ServerPresence } from '../../shared/protocol/presence.ts'
import { currentItem, keepsDraftsPrivate } from '../../shared/review/agenda.ts'
import type { Draft } from '../../shared/review/entries.ts'
import type { LinkEnd } from '../../shared/review/links.ts'
import type { Person } from '../../shared/review/people.ts'
import type { Result } from '../../shared/review/result.ts'
import type { AgendaItem, PhaseKind, Session, Target } from '../../shared/review/session.ts'
import { useSession } from './context.tsx'
import type { Company, PersonPresence } from './presence.ts'
import { absentText } from './text/absent-text.ts'
import type { TextHandle } from './text/text-handle.ts'
import type { IncidentText, TextField } from './text/texts.ts'
import type { UndoState } from './undo/undo.ts'
import { useWatched } from './use-watched.ts'
import type { PlacedNote, Placement } from './view/placement.ts'

type Equal<T> = (a: T, b: T) => boolean

export function useSessionFacts<T>(select: (session: Session) => T, equal?: Equal<T>): T {
  return useWatched(useSession().view.session, select, equal)
}

export function useFlat<T>(_root: 'incident', select: (record: FlatValues<'incident'>) => T, equal?: Equal<T>): T {
  return useWatched(useSession().view.incident, select, equal)
}

/** One entry; only its own changes re-render. */
export function useEntry<R extends EntriesRootName>(root: R, id: string): Entry<R> | undefined {
  return useWatched(useSession().view.entries[root].entry(id), itself, Object.is)
}

export function useEntryValue<R extends EntriesRootName, T>(
  root: R,
  id: string,
  select: (entry: Entry<R> | undefined) => T,
  equal?: Equal<T>,
): T {
  return useWatched(useSession().view.entries[root].entry(id), select, equal)
}

/** A selection from all entries of a root, the bin included. */
export function useEntries<R extends EntriesRootName, T>(
  root: R,
  select: (all: ReadonlyMap<string, Entry<R>>) => T,
  equal?: Equal<T>,
): T {
  return useWatched(useSession().view.entries[root].all, select, equal)
}

/** Where every note is shown; typing in a note does not change it. */
export function usePlacement(): Placement {
  return useWatched(useSession().view.placement, itself, Object.is)
}

/** What a thing is linked to; only changes of its own links re-render. */
export function useLinkEnds(target: Target): readonly LinkEnd[] {
  return useWatched(useSession().view.links.of(target), itself, Object.is)
}

/** The notes shown in a section, in order; what happens in others is not heard. */
export function usePlacedIn(section: string): readonly PlacedNote[] {
  return useWatched(
    useSession().view.placement,
    ({ sections }) => sections.find((each) => each.section.id === section)?.notes ?? noNotes,
    Object.is,
  )
}

const noNotes: readonly PlacedNote[] = []

/** My drafts, published ones and the bin included. */
export function useDrafts<T>(select: (drafts: ReadonlyMap<string, Draft>) => T, equal?: Equal<T>): T {
  return useWatched(useSession().view.drafts.all, select, equal)
}

/** A draft of mine, also after it became a note. */
export function useDraft(id: string): Draft | undefined {
  return useWatched(useSession().view.drafts.entry(id), itself, Object.is)
}

export function useMe(): Person {
  const { me } = useSession()
  const known = usePerson(me.id)
  const guest = useMemo(() => ({ ...me, color: 'blue', joinedAt: 0, counts: true }), [me])
  return known ?? guest
}

export function usePerson(id: string): Person | undefined {
  return useEntry('people', id)
}

/** Everyone who is or was on the board, in the order in which they joined. */
export function usePeople(): readonly Person[] {
  return useEntries('people', (all) => [...all.values()].sort((a, b) => a.joinedAt - b.joinedAt))
}

/** What I may write, or why not: what controls are enabled. */
export interface May {
  create(root: ContentRootName): Result<true, WriteRefusal>
  /** `author` of the entry, for notes. */
  change<R extends BoardRoot>(
    root: R,
    field: keyof BoardSchema[R]['fields'] & string,
    author?: string | null,
  ): Result<true, WriteRefusal>
}

export function useMay(): May {
  const { asking: askingNow, me } = useSession()
  // Selected only to re-render when one of them changes.
  const status = useSessionFacts((session) => session.status)
  const editing = useSessionFacts((session) => session.settings.editing)
  const locked = useSessionFacts((session) => session.locked)
  const role = useEntryValue('people', me.id, (person) => person?.role ?? me.role)
  const left = useEntryValue('people', me.id, (person) => person?.left)
  return useMemo(() => {
    const asking = { ...askingNow(), status, editing, locked, person: { id: me.id, role, left } }
    return {
      create: (root) => mayCreate(asking, root),
      change: (root, field, author) => mayChange(asking, root, field, author),
    }
  }, [askingNow, me, status, editing, locked, role, left])
}

export interface Phase {
  readonly item: AgendaItem
  readonly kind: PhaseKind
  /** Drafts wait unseen until the reveal. */
  readonly isPrivate: boolean
}

export function usePhase(): Phase {
  return useSessionFacts((session) => {
    const item = currentItem(session) ?? noItem
    return { item, kind: item.kind, isPrivate: keepsDraftsPrivate(item.kind, session.settings) }
  })
}

const noItem: AgendaItem = { id: '', kind: 'welcome', title: '', minutes: null }

export function usePresence<T>(
  select: (byPerson: ReadonlyMap<string, PersonPresence>, server: ServerPresence | undefined) => T,
  equal?: Equal<T>,
): T {
  return useWatched(useSession().presence.everyone, ({ byPerson, server }) => select(byPerson, server), equal)
}

/** Who else is changing or moving a note just now. */
export function useCompany(note: string): Company | undefined {
  return useWatched(useSession().presence.atNote(note), itself, Object.is)
}

export function useUndo(): UndoState & { undo(): boolean; redo(): boolean } {
  const { undo } = useSession()
  const state = useWatched(undo, itself)
  return useMemo(() => ({ ...state, undo: undo.undo, redo: undo.redo }), [state, undo])
}

/** The server's clock, renewed at whole multiples of `everyMs`. */
export function useClockNow(everyMs: number): number {
  return useWatched(useSession().clock.ticking(everyMs), itself, Object.is)
}

export function useText<R extends EntriesRootName>(root: R, id: string, field: TextField<R>): TextHandle | undefined {
  const { view, texts } = useSession()
  return useWatched(view.entries[root].entry(id), () => texts.entry(root, id, field), Object.is)
}

export function useFlatText(field: IncidentText): TextHandle {
  const { view, texts } = useSession()
  return useWatched(view.incident, () => texts.incident(field) ?? absentText, Object.is)
}

export function useDraftText(id: string): TextHandle {
  const { view, texts } = useSession()
  return useWatched(view.drafts.entry(id), () => texts.draft(id) ?? absentText, Object.is)
}

function itself<T>(value: T): T {
  return value
}
