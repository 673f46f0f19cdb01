import { useEffect, useRef, useState } from 'react'
import { addedReactions, type ReactionCounts, type ReactionKind } from '../../../shared/protocol/reactions.ts'
import { announce } from '../../ui/announce.ts'
import { reactionLooks } from './reaction-looks.ts'

/** For how long reactions are shown after the last one. */
const shownMs = 4000

type Shown = Readonly<Partial<Record<ReactionKind, number>>>

interface Props {
  /** How often there had been which before anything is shown, and how often there have been now. */
  readonly since: ReactionCounts
  readonly counts: ReactionCounts
}

/** What people have just reacted with, of nobody who. */
export function Reactions({ since, counts }: Props) {
  const before = useRef(since)
  const [shown, setShown] = useState<Shown>({})

  useEffect(() => {
    const added = addedReactions(before.current, counts)
    before.current = counts
    if (added.length === 0) return
    setShown((now) => ({
      ...now,
      ...Object.fromEntries(added.map(([kind, number]) => [kind, (now[kind] ?? 0) + number])),
    }))
    for (const [kind, number] of added) announce(`${reactionLooks[kind].name}${number > 1 ? `, ${number} times` : ''}`)
  }, [counts])
  useEffect(() => {
    if (Object.keys(shown).length === 0) return
    const timer = setTimeout(() => setShown({}), shownMs)
    return () => clearTimeout(timer)
  }, [shown])

  const all = Object.entries(shown)
  if (all.length === 0) return null
  return (
    <ul
      aria-hidden="true"
      className="pointer-events-none absolute right-4 bottom-32 z-30 flex flex-col items-end gap-1 sm:bottom-20"
    >
      {all.map(([kind, number]) => (
        <li key={kind} className="tabular rounded-full border border-line bg-surface px-3 py-1 text-lg shadow-float">
          {looksOf(kind)} {number > 1 && <span className="text-base text-ink-soft">{number}</span>}
        </li>
      ))}
    </ul>
  )
}

function looksOf(kind: string): string {
  return Object.entries(reactionLooks).find(([each]) => each === kind)?.[1].sign ?? ''
}
