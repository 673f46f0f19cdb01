import { X } from 'lucide-react'
import type { LinkEnd } from '../../../shared/review/links.ts'
import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { useSession } from '../../session/context.tsx'
import { useLinking } from '../../session/linking.tsx'
import { useRecordVerbs } from '../../session/record-verbs.ts'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { useTargetWords } from '../../session/use-target-words.ts'
import { tip } from '../../ui/Tooltip.tsx'
import { toast } from '../../ui/toast.ts'
import { type LinkableKind, linkableKinds } from './kinds.tsx'
import { useCausesFolded } from './use-causes-folded.ts'

/** Links of a thing, as things to go to. */
export function LinkEnds({ ends }: { readonly ends: readonly LinkEnd[] }) {
  const isFolded = useCausesFolded()
  const shown = isFolded ? ends.filter(({ other }) => parseTarget(other)?.kind !== 'cause') : ends
  if (shown.length === 0) return null
  return (
    <ul aria-label="Linked to" data-no-drag className="mt-1 mb-0.5 flex flex-wrap gap-1">
      {shown.map((end) => (
        <End key={end.other} end={end} />
      ))}
    </ul>
  )
}

function End({ end: { other, ids } }: { readonly end: LinkEnd }) {
  const verbs = useRecordVerbs()
  const { show } = useLinking()
  const words = useTargetWords(other)
  const mayUnlink = useMayEdit('links') && ids.length > 0
  const kind = parseTarget(other)?.kind
  if (kind === undefined || kind === 'section' || words === null) return null
  const said = words.trim() === '' ? `${linkableKinds[kind].name} without words` : words
  const remove = () => {
    if (!verbs.removeLinks(ids).allowed) return
    toast({ title: 'Link removed', action: { label: 'Undo', onClick: () => verbs.restoreLinks(ids) } })
  }
  return (
    <li className="group/link inline-flex max-w-full items-center rounded-full border border-line bg-surface text-sm text-ink-soft">
      <button
        type="button"
        aria-label={`Go to the ${linkableKinds[kind].name}: ${said}`}
        onClick={() => show(other)}
        className="inline-flex min-h-6 min-w-0 items-center gap-1 rounded-full px-2 hover:text-ink hover:underline pointer-coarse:min-h-9 [&_svg]:size-3.5 [&_svg]:shrink-0"
      >
        {linkableKinds[kind].icon}
        <Words kind={kind} words={said} target={other} />
      </button>
      {mayUnlink && (
        <button
          type="button"
          aria-label={`Remove the link to the ${linkableKinds[kind].name}: ${said}`}
          onClick={remove}
          {...tip('Remove the link')}
          className="-ml-1 inline-flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-ink/7 hover:text-ink pointer-coarse:size-9 [&_svg]:size-3"
        >
          <X aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

function Words({
  kind,
  words,
  target,
}: {
  readonly kind: LinkableKind
  readonly words: string
  readonly target: Target
}) {
  const { view } = useSession()
  const at = kind === 'event' ? view.entries.timeline.entry(parseTarget(target)?.id ?? '').get()?.at : undefined
  return (
    <>
      {at !== undefined && <span className="tabular shrink-0 font-medium">{at.slice(11, 16)}</span>}
      <span className="max-w-64 truncate">{words}</span>
    </>
  )
}
