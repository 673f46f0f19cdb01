import {
  CircleHelp,
  Compass,
  Flame,
  Heart,
  Lightbulb,
  type LucideIcon,
  MessageCircle,
  Rocket,
  Shield,
  Sparkles,
  Star,
  StickyNote,
  Telescope,
  ThumbsUp,
  TriangleAlert,
  Wrench,
} from 'lucide-react'

/** The icons a section may carry, by the name under which the board keeps them. */
export const icons: Readonly<Record<string, LucideIcon>> = {
  sparkles: Sparkles,
  lightbulb: Lightbulb,
  telescope: Telescope,
  'triangle-alert': TriangleAlert,
  compass: Compass,
  flame: Flame,
  heart: Heart,
  'message-circle': MessageCircle,
  rocket: Rocket,
  shield: Shield,
  star: Star,
  'thumbs-up': ThumbsUp,
  wrench: Wrench,
  'circle-help': CircleHelp,
}

/** An icon by name; unknown names show a plain note. Decoration: the name of the thing stands beside it. */
export function Icon({ name, className }: { readonly name: string; readonly className?: string }) {
  const Shape = icons[name] ?? StickyNote
  return <Shape aria-hidden="true" className={className ?? 'size-4'} />
}
