import { useEntry } from '../../session/hooks.ts'
import { Icon } from '../../ui/Icon.tsx'
import { SpotlightFrame } from './SpotlightFrame.tsx'
import { useSectionOf } from './use-section.ts'

// What else than a note or a theme can be shown, each in its words.

export function LitSection({ id }: { readonly id: string }) {
  const section = useSectionOf(id)
  return (
    <SpotlightFrame hue={section?.color} icon={<Icon name={section?.icon ?? ''} className="size-4" />} kind="Section">
      <p className="text-lg">{section?.title}</p>
    </SpotlightFrame>
  )
}

export function LitEvent({ id }: { readonly id: string }) {
  const event = useEntry('timeline', id)
  if (event === undefined || event.removed) return null
  return (
    <SpotlightFrame kind={`${event.at.slice(11, 16)} UTC`}>
      <p className="text-lg break-words">{event.event}</p>
    </SpotlightFrame>
  )
}

export function LitAction({ id }: { readonly id: string }) {
  const action = useEntry('actions', id)
  if (action === undefined || action.removed) return null
  return (
    <SpotlightFrame kind="Action">
      <p className="text-lg break-words">{action.title}</p>
    </SpotlightFrame>
  )
}

export function LitCause({ id }: { readonly id: string }) {
  const cause = useEntry('causes', id)
  if (cause === undefined || cause.removed) return null
  return (
    <SpotlightFrame kind="Cause">
      <p className="text-lg break-words">{cause.text}</p>
    </SpotlightFrame>
  )
}
