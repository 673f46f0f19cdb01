import { useEffect, useState } from 'react'
import { classes } from '../../ui/classes.ts'
import { useDropList } from '../../ui/dnd/use-drop-list.ts'
import { oneByOne } from '../../ui/one-by-one.ts'
import { DraftCard } from './DraftCard.tsx'
import { DropLine } from './NoteShell.tsx'
import { PinnedNote } from './PinnedNote.tsx'
import type { Pin } from './pins.ts'

interface Props {
  readonly label: string
  /** Id of the drop list. */
  readonly list: string
  readonly pins: readonly Pin[]
  readonly canSort: boolean
}

/** From here on a column leaves what is out of sight unpainted. */
const long = 40

/** So many are there at once, more than a screen holds; the others follow so many at a time, one column after the other. */
const atOnce = 12
const atATime = 12

/**
 * The notes of a section. Tab stops at one card, that which had the keyboard itself last; arrows walk.
 *
 * A button within a card makes it no stop: Tab would have passed it by already, whichever card it comes from.
 */
export function PinList({ label, list, pins, canSort }: Props) {
  const drop = useDropList(list, 'between')
  const [last, setLast] = useState<string | null>(null)
  const shown = useGrowing(pins.length)
  const tabStop = pins.some((pin) => pin.id === last) ? last : pins[0]?.id
  return (
    <ul
      ref={drop.ref}
      aria-label={label}
      onFocus={({ target }) => setLast(target.getAttribute('data-note') ?? last)}
      className={classes(
        'relative -mx-1 flex min-h-16 flex-1 flex-col px-1 pb-6',
        pins.length > long && '[&>li]:[contain-intrinsic-size:auto_7rem] [&>li]:[content-visibility:auto]',
      )}
    >
      {pins
        .slice(0, shown)
        .map((pin) =>
          pin.kind === 'draft' ? (
            <DraftCard key={pin.id} id={pin.id} isTabStop={pin.id === tabStop} />
          ) : (
            <PinnedNote
              key={pin.id}
              id={pin.id}
              list={list}
              joinable
              disabled={!canSort}
              isTabStop={pin.id === tabStop}
            />
          ),
        )}
      {drop.mark === 'end' && (
        <li aria-hidden="true" className="relative h-0 list-none">
          <DropLine />
        </li>
      )}
    </ul>
  )
}

/** How many of so many are to be there already; once all were, all are. */
function useGrowing(length: number): number {
  const [shown, show] = useState(atOnce)
  useEffect(() => {
    if (shown === Number.POSITIVE_INFINITY) return
    return oneByOne(() => show(shown < length ? shown + atATime : Number.POSITIVE_INFINITY))
  }, [shown, length])
  return shown
}
