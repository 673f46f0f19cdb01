import { Clock, GitBranch, Layers, ListChecks, PenLine, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePerson } from '../../session/hooks.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { type Binned, useBinned } from './use-binned.ts'

/** What was removed, the latest first; everything comes back whole. */
export function BinDialog({ onClose }: { readonly onClose: () => void }) {
  const binned = useBinned()
  return (
    <Dialog open onClose={onClose} title="Bin" description="What was removed rests here, and comes back whole.">
      {binned.length === 0 ? (
        <EmptyState title="The bin is empty" />
      ) : (
        <ul className="divide-y divide-line">
          {binned.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function Row({ entry: { kind, text, removed, restore } }: { readonly entry: Binned }) {
  return (
    <li className="flex items-start gap-3 py-3">
      <span className="mt-1 text-ink-soft [&_svg]:size-4">{icons[kind]}</span>
      <div className="min-w-0 flex-1">
        <p className="line-clamp-3 break-words">
          {text || (kind === 'themes' ? 'Theme without a name' : 'Without words')}
        </p>
        <p className="text-sm text-ink-soft">
          {kind === 'drafts' ? 'Only you can see this' : <By removed={removed} />}
        </p>
      </div>
      {restore && (
        <Button size="sm" onClick={() => restore() && announce('Back on the board')}>
          Restore
        </Button>
      )}
    </li>
  )
}

function By({ removed }: { readonly removed: Binned['removed'] }) {
  const person = usePerson(removed.by ?? '')
  return <>Removed by {person?.name ?? 'its author'}</>
}

const icons: Readonly<Record<Binned['kind'], ReactNode>> = {
  notes: <StickyNote aria-label="Note" />,
  drafts: <PenLine aria-label="Draft" />,
  themes: <Layers aria-label="Theme" />,
  actions: <ListChecks aria-label="Action" />,
  timeline: <Clock aria-label="Event" />,
  causes: <GitBranch aria-label="Cause" />,
}
