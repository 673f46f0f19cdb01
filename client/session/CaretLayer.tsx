import { Fragment, useMemo, useSyncExternalStore } from 'react'
import { classes } from '../ui/classes.ts'
import type { Caret } from './carets.ts'
import { useSession } from './context.tsx'
import { usePeople } from './hooks.ts'
import type { TextHandle } from './text/text-handle.ts'
import { useWatched } from './use-watched.ts'

interface CaretLayerProps {
  readonly handle: TextHandle
  /** That of the field it lies over: the same words break into lines at the same places. */
  readonly className: string
}

/**
 * Others' carets in a text, in their hues, over the field in which it is typed. Decoration: who writes there is said
 * beside its name, and a name here would lie on what others read.
 */
export function CaretLayer({ handle, className }: CaretLayerProps) {
  const { presence } = useSession()
  const watched = useMemo(() => presence.caretsIn(handle.place), [presence, handle])
  const carets = useWatched(watched, itself, Object.is)
  return carets.length === 0 ? null : <Carets carets={carets} handle={handle} className={className} />
}

function Carets({ carets, handle, className }: CaretLayerProps & { readonly carets: readonly Caret[] }) {
  const people = usePeople()
  const text = useSyncExternalStore(handle.subscribe, handle.read)
  const placed = carets
    .flatMap(({ person, anchor }) => {
      const [index, who] = [handle.indexOf(anchor), people.find(({ id }) => id === person)]
      return index === null || who === undefined ? [] : [{ index, who }]
    })
    .sort((a, b) => a.index - b.index)
  return (
    <div
      aria-hidden="true"
      className={classes(className, 'pointer-events-none wrap-break-word whitespace-pre-wrap text-transparent')}
    >
      {placed.map(({ index, who }, at) => (
        <Fragment key={who.id}>
          {text.slice(placed[at - 1]?.index ?? 0, index)}
          <span data-hue={who.color} className="relative">
            <span data-caret={who.name} className="absolute inset-y-0 left-0 w-0.5 bg-hue" />
            <span className="absolute -top-1 -left-0.5 size-1.5 rounded-sm bg-hue" />
          </span>
        </Fragment>
      ))}
      {text.slice(placed.at(-1)?.index ?? 0)}
    </div>
  )
}

const itself = <T,>(value: T) => value
