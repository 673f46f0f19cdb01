import { Link2, SlidersHorizontal, Trash2 } from 'lucide-react'
import { IconButton } from '../../ui/Button.tsx'

interface MoreButtonsProps {
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onLink: (() => void) | undefined
  /** Undefined for whoever may not. */
  readonly onRemove: (() => void) | undefined
}

/** What is done with an action now and then: saying more about it, and removing it. */
export function MoreButtons({ isOpen, onToggle, onLink, onRemove }: MoreButtonsProps) {
  return (
    <span className="flex shrink-0">
      {onLink && <IconButton size="sm" label="Link the action to…" icon={<Link2 />} onClick={onLink} />}
      <IconButton
        size="sm"
        label={isOpen ? 'Fewer details' : 'More details'}
        aria-expanded={isOpen}
        icon={<SlidersHorizontal />}
        onClick={onToggle}
      />
      {onRemove && <IconButton size="sm" label="Remove the action" icon={<Trash2 />} onClick={onRemove} />}
    </span>
  )
}
