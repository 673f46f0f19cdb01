import { StickyNote } from 'lucide-react'
import { icons } from './section-icons.ts'

/** An icon that somebody has chosen; unknown names show a plain note. */
export function ChosenIcon({ name, className }: { readonly name: string; readonly className: string }) {
  const Shape = icons[name] ?? StickyNote
  return <Shape aria-hidden="true" className={className} />
}
