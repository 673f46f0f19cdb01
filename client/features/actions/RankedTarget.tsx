import { ChevronRight, Plus, SquareCheck } from 'lucide-react'
import { useState } from 'react'
import { votesText } from '../../../shared/report/votes-text.ts'
import { liveActions } from '../../../shared/review/action.ts'
import type { Ranking } from '../../../shared/review/ranking.ts'
import { parseTarget, target as targetOf } from '../../../shared/review/target.ts'
import { useEntries, useEntryValue, useMay, usePlacement } from '../../session/hooks.ts'
import { useLinking } from '../../session/linking.tsx'
import { useTargetWords } from '../../session/use-target-words.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Meter } from '../../ui/Meter.tsx'
import { NewAction } from './NewAction.tsx'

interface RankedTargetProps {
  readonly ranked: Ranking
  /** The most votes that any target has. */
  readonly most: number
  readonly isCounted: boolean
  /** Votes that it got where a vote between equals broke its tie, vote by vote. */
  readonly tieBreaks?: readonly number[] | undefined
}

/** A theme or a note with its votes, and the way from it to an action. */
export function RankedTarget({ ranked, most, isCounted, tieBreaks = [] }: RankedTargetProps) {
  const { target, votes, place } = ranked
  const words = useTargetWords(target) ?? 'Something that was removed'
  const mayAdd = useMay().create('actions').allowed
  const [isAdding, setAdding] = useState(false)
  const isRanked = isCounted && votes > 0
  const actions = useEntries('actions', (all) =>
    liveActions([...all.values()]).flatMap((action) => (action.source === target ? [action.id] : [])),
  )
  return (
    <li
      data-target={target}
      className="rounded-lg border border-line bg-surface p-3 focus-visible:outline-2 focus-visible:outline-focus"
    >
      <div className="flex items-start gap-3">
        {isRanked && (
          <span className="tabular mt-0.5 w-5 shrink-0 text-right font-semibold text-ink-soft">{place}</span>
        )}
        <p className="min-w-0 flex-1 pt-0.5 font-medium wrap-anywhere">{words}</p>
        {mayAdd && !isAdding && (
          <Button size="sm" icon={<Plus />} aria-label={`Add action for ${words}`} onClick={() => setAdding(true)}>
            Add action
          </Button>
        )}
      </div>
      <div className={classes(isRanked && 'pl-8')}>
        {isRanked && (
          <>
            <Meter label="Votes" value={votes} max={most} text={`${votes}`} className="mt-2" />
            <p className="tabular mt-1.5 text-sm text-ink-soft">
              {votesText(votes)}
              {tieBreaks.length > 0 && ` +${tieBreaks.join(', ')} between equals`}
            </p>
          </>
        )}
        <Notes target={target} />
      </div>
      {actions.length > 0 && (
        <ul aria-label={`Actions for ${words}`} className="mt-2 space-y-1 border-t border-line pt-2">
          {actions.map((id) => (
            <MadeAction key={id} id={id} />
          ))}
        </ul>
      )}
      {isAdding && (
        <div className="mt-2">
          <NewAction source={target} label={`New action for ${words}`} autoFocus onLeave={() => setAdding(false)} />
        </div>
      )}
    </li>
  )
}

function MadeAction({ id }: { readonly id: string }) {
  const { show } = useLinking()
  const title = useEntryValue('actions', id, (action) => action?.title ?? '')
  return (
    <li>
      <button
        type="button"
        onClick={() => show(targetOf('action', id))}
        className="inline-flex items-start gap-1.5 text-left text-ink-soft hover:text-ink hover:underline"
      >
        <SquareCheck aria-hidden="true" className="mt-1 size-3.5 shrink-0" />
        <span className="wrap-anywhere">{title || 'Action without words'}</span>
      </button>
    </li>
  )
}

function Notes({ target }: { readonly target: Ranking['target'] }) {
  const parsed = parseTarget(target)
  const theme = usePlacement().themes.find((each) => parsed?.kind === 'theme' && each.id === parsed.id)
  if (theme === undefined || theme.notes.length === 0) return null
  return (
    <details className="group/notes mt-1.5 text-sm">
      <summary className="flex w-fit list-none items-center gap-1 rounded-sm text-ink-soft hover:text-ink">
        <ChevronRight aria-hidden="true" className="size-3.5 transition-transform group-open/notes:rotate-90" />
        {theme.notes.length === 1 ? '1 note' : `${theme.notes.length} notes`}
      </summary>
      <ul className="mt-1 list-disc space-y-0.5 pl-5">
        {theme.notes.map((note) => (
          <Note key={note.id} id={note.id} />
        ))}
      </ul>
    </details>
  )
}

function Note({ id }: { readonly id: string }) {
  const text = useEntryValue('notes', id, (note) => note?.text ?? '')
  return <li className="wrap-anywhere whitespace-pre-wrap">{text}</li>
}
