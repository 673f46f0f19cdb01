import { useEffect, useRef, useState } from 'react'
import { addedReactions, type ReactionCounts, type ReactionKind } from '../../../shared/protocol/reactions.ts'
import { announce } from '../../ui/announce.ts'
import { reactionLooks } from './reaction-looks.ts'

/** For how long a reaction is shown: of many people together they must not grow into a heap that stays. */
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
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())

  useEffect(() => {
    const added = addedReactions(before.current, counts)
    before.current = counts
    if (added.length === 0) return
    setShown((now) => changed(now, added, 1))
    for (const [kind, number] of added) announce(`${reactionLooks[kind].name}${number > 1 ? `, ${number} times` : ''}`)
    const timer = setTimeout(() => {
      timers.current.delete(timer)
      setShown((now) => changed(now, added, -1))
    }, shownMs)
    timers.current.add(timer)
  }, [counts])
  useEffect(() => {
    const pending = timers.current
    return () => {
      for (const timer of pending) clearTimeout(timer)
    }
  }, [])

  const all = Object.entries(shown).filter(([, number]) => number > 0)
  if (all.length === 0) return null
  return (
    <ul
      aria-hidden="true"
      className="pointer-events-none absolute inset-x-4 bottom-50 z-30 flex flex-wrap justify-end gap-1 sm:bottom-34"
    >
      {all.map(([kind, number]) => (
        <li key={kind} className="tabular rounded-full border border-line bg-surface px-3 py-1 text-lg shadow-float">
          {looksOf(kind)} {number > 1 && <span className="text-base text-ink-soft">{number}</span>}
        </li>
      ))}
    </ul>
  )
}

function changed(now: Shown, by: readonly (readonly [ReactionKind, number])[], sign: 1 | -1): Shown {
  return { ...now, ...Object.fromEntries(by.map(([kind, number]) => [kind, (now[kind] ?? 0) + sign * number])) }
}

function looksOf(kind: string): string {
  return Object.entries(reactionLooks).find(([each]) => each === kind)?.[1].sign ?? ''
}
