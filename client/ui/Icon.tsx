import { Lightbulb, type LucideIcon, Sparkles, StickyNote, Telescope, TriangleAlert } from 'lucide-react'
import { Suspense } from 'react'
import { lazily } from './lazily.ts'

interface Props {
  readonly name: string
  readonly className?: string
}

/** What a new board has; the others are fetched by a board that has them. */
const usual: Readonly<Record<string, LucideIcon>> = {
  '': StickyNote,
  sparkles: Sparkles,
  lightbulb: Lightbulb,
  telescope: Telescope,
  'triangle-alert': TriangleAlert,
}

const ChosenIcon = lazily(async () => (await import('./ChosenIcon.tsx')).ChosenIcon, Room)

/** An icon by name; unknown names show a plain note. Decoration: the name of the thing stands beside it. */
export function Icon({ name, className = 'size-4' }: Props) {
  const Shape = usual[name]
  if (Shape !== undefined) return <Shape aria-hidden="true" className={className} />
  return (
    <Suspense fallback={<Room className={className} />}>
      <ChosenIcon name={name} className={className} />
    </Suspense>
  )
}

/** As large as the icon that is to come: nothing moves when it does. */
function Room({ className }: { readonly className: string }) {
  return <svg aria-hidden="true" className={className} />
}
