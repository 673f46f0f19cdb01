import { keepsCausesFolded } from '../../../shared/review/agenda.ts'
import type { Removed } from '../../../shared/review/entries.ts'
import { useSession } from '../../session/context.tsx'
import { useDrafts, useEntries, useMay, usePhase } from '../../session/hooks.ts'

/** Something that was removed, and how it comes back; null for whoever may not bring it back. */
export interface Binned {
  readonly kind: 'notes' | 'themes' | 'actions' | 'timeline' | 'causes' | 'drafts'
  readonly id: string
  readonly text: string
  readonly removed: Removed
  readonly restore: (() => boolean) | null
}

/** What was removed, the latest first: of the board for everyone, of my own drafts for me alone. [BIN1] [BIN2] */
export function useBinned(): readonly Binned[] {
  const { verbs } = useSession()
  const may = useMay()
  const isFolded = keepsCausesFolded(usePhase().kind)
  const notes = useEntries('notes', binnedIn)
  const themes = useEntries('themes', binnedIn)
  const actions = useEntries('actions', binnedIn)
  const events = useEntries('timeline', binnedIn)
  const causes = useEntries('causes', binnedIn)
  const drafts = useDrafts(binnedIn).filter(({ published }) => published === undefined)

  const row = (
    kind: Exclude<Binned['kind'], 'drafts'>,
    id: string,
    text: string,
    removed: Removed,
    mayRestore: boolean,
  ) => ({
    ...{ kind, id, text, removed },
    restore: mayRestore ? () => verbs.restoreEntry(kind, id).allowed : null,
  })
  const mayChange = (root: 'themes' | 'actions' | 'timeline' | 'causes') => may.change(root, 'removed').allowed
  const all: readonly Binned[] = [
    ...notes.map(({ id, text, author, removed }) =>
      row('notes', id, text, removed, may.change('notes', 'removed', author).allowed),
    ),
    ...themes.map(({ id, label, removed }) => row('themes', id, label, removed, mayChange('themes'))),
    ...actions.map(({ id, title, removed }) => row('actions', id, title, removed, mayChange('actions'))),
    ...events.map(({ id, event, removed }) => row('timeline', id, event, removed, mayChange('timeline'))),
    // A why that was taken away before anything was written in it is not worth keeping in sight.
    ...causes
      .filter(({ text }) => text !== '' && !isFolded)
      .map(({ id, text, removed }) => row('causes', id, text, removed, mayChange('causes'))),
    ...drafts.map(({ id, text, removed }) => ({
      ...{ kind: 'drafts' as const, id, text, removed },
      restore: () => verbs.restoreDraft(id).allowed,
    })),
  ]
  return [...all].sort((a, b) => b.removed.at - a.removed.at)
}

function binnedIn<E extends { readonly removed?: Removed | null | undefined }>(
  all: ReadonlyMap<string, E>,
): readonly (E & { readonly removed: Removed })[] {
  return [...all.values()].filter((entry): entry is E & { readonly removed: Removed } => entry.removed != null)
}
