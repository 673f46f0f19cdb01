import { Check, Hand, PenLine } from 'lucide-react'
import type { ReactElement } from 'react'
import { classes } from './classes.ts'

export type AvatarState = 'here' | 'writing' | 'done' | 'hand' | 'away'

export interface AvatarProps {
  readonly name: string
  /** Name of a hue. */
  readonly color: string
  readonly state?: AvatarState
  readonly size?: 'sm' | 'md'
}

const marks: Readonly<Partial<Record<AvatarState, ReactElement>>> = {
  writing: <PenLine />,
  done: <Check strokeWidth={3} />,
  hand: <Hand />,
}

/** A person's initials on their hue, with a mark for how they are. Decoration: whatever holds it says the name. */
export function Avatar({ name, color, state = 'here', size = 'md' }: AvatarProps) {
  const mark = marks[state]
  return (
    <span data-hue={color} aria-hidden="true" className="relative inline-flex">
      <span
        className={classes(
          'inline-flex items-center justify-center rounded-full font-semibold select-none',
          // An outline, not a shadow of itself: initials stay legible.
          state === 'away' ? 'border border-hue-line bg-hue-soft text-hue' : 'bg-hue text-hue-on',
          size === 'sm' ? 'size-5 text-[0.5625rem]' : 'size-7 text-[0.6875rem]',
        )}
      >
        {initials(name)}
      </span>
      {mark && (
        <span
          className={classes(
            'absolute -right-1 -bottom-1 inline-flex size-4 items-center justify-center rounded-full border border-surface [&_svg]:size-2.5',
            state === 'hand' ? 'bg-amber text-paper' : 'bg-ink text-paper',
          )}
        >
          {mark}
        </span>
      )}
    </span>
  )
}

/** At most two letters: of the first and the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u)
  const letter = (word: string | undefined) => [...(word ?? '')][0] ?? ''
  const last = words.length > 1 ? letter(words.at(-1)) : ''
  return (letter(words[0]) + last).toLocaleUpperCase() || '?'
}
