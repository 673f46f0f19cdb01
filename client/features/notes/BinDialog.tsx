import { Clock, GitBranch, Layers, ListChecks, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import { keepsCausesFolded } from '../../../shared/review/agenda.ts'
import type { Removed } from '../../../shared/review/entries.ts'
import { useSession } from '../../session/context.tsx'
import { useEntries, useMay, usePerson, usePhase } from '../../session/hooks.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

interface Binned {
  readonly root: 'notes' | 'themes' | 'actions' | 'timeline' | 'causes'
  readonly id: string
  readonly text: string
  readonly author?: string | null
  readonly removed: Removed
}

/** What was removed, the latest first; everything comes back whole. */
export function BinDialog({ onClose }: { readonly onClose: () => void }) {
  const { verbs } = useSession()
  const may = useMay()
  const notes = useEntries('notes', (all) => [...all.values()])
  const themes = useEntries('themes', (all) => [...all.values()])
  const actions = useEntries('actions', (all) => [...all.values()])
  const events = useEntries('timeline', (all) => [...all.values()])
  const causes = useEntries('causes', (all) => [...all.values()])
  const isFolded = keepsCausesFolded(usePhase().kind)
  const binned = [
    ...notes.flatMap(({ id, text, author, removed }) =>
      removed ? [{ root: 'notes' as const, id, text, author, removed }] : [],
    ),
    ...themes.flatMap(({ id, label, removed }) =>
      removed ? [{ root: 'themes' as const, id, text: label, removed }] : [],
    ),
    ...actions.flatMap(({ id, title, removed }) =>
      removed ? [{ root: 'actions' as const, id, text: title, removed }] : [],
    ),
    ...events.flatMap(({ id, event, removed }) =>
      removed ? [{ root: 'timeline' as const, id, text: event, removed }] : [],
    ),
    // A why that was taken away before anything was written in it is not worth keeping in sight.
    ...causes.flatMap(({ id, text, removed }) =>
      removed && text !== '' && !isFolded ? [{ root: 'causes' as const, id, text, removed }] : [],
    ),
  ].sort((a: Binned, b: Binned) => b.removed.at - a.removed.at)

  const mayRestore = ({ root, author }: Binned) =>
    root === 'notes' ? may.change('notes', 'removed', author).allowed : may.change(root, 'removed').allowed
  const restore = (entry: Binned) => {
    if (verbs.restoreEntry(entry.root, entry.id).allowed) announce('Back on the board')
  }

  return (
    <Dialog open onClose={onClose} title="Bin" description="What was removed rests here, and comes back whole.">
      {binned.length === 0 ? (
        <EmptyState title="The bin is empty" />
      ) : (
        <ul className="divide-y divide-line">
          {binned.map((entry) => (
            <li key={entry.id} className="flex items-start gap-3 py-3">
              <span className="mt-1 text-ink-soft [&_svg]:size-4">{icons[entry.root]}</span>
              <div className="min-w-0 flex-1">
                <p className="line-clamp-3 break-words">
                  {entry.text || (entry.root === 'themes' ? 'Theme without a name' : 'Without words')}
                </p>
                <By removed={entry.removed} />
              </div>
              {mayRestore(entry) && (
                <Button size="sm" onClick={() => restore(entry)}>
                  Restore
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function By({ removed }: { readonly removed: Removed }) {
  const person = usePerson(removed.by ?? '')
  return <p className="text-sm text-ink-soft">Removed by {person?.name ?? 'its author'}</p>
}

const icons: Readonly<Record<Binned['root'], ReactNode>> = {
  notes: <StickyNote aria-label="Note" />,
  themes: <Layers aria-label="Theme" />,
  actions: <ListChecks aria-label="Action" />,
  timeline: <Clock aria-label="Event" />,
  causes: <GitBranch aria-label="Cause" />,
}
