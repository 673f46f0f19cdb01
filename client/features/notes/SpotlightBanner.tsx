import { ChevronDown, ChevronUp, Presentation, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import {
  useEntry,
  useEntryValue,
  useMay,
  useMe,
  usePerson,
  usePlacement,
  useSessionFacts,
  useText,
} from '../../session/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { useSectionOf } from './use-section.ts'

/**
 * What the facilitator shows, pinned above everyone's board.
 *
 * It floats over the lower edge and takes no room, so that it moves nobody's caret, scroll, or what they are about to
 * press; whoever needs the place below it folds it.
 */
export function SpotlightBanner() {
  const shown = useSessionFacts((session) => session.spotlight?.target ?? null)
  return (
    <div aria-live="polite" className="relative z-20 order-last h-0 shrink-0">
      {shown !== null && <Lit key={shown} target={shown} />}
    </div>
  )
}

function Lit({ target }: { readonly target: Target }) {
  const parsed = parseTarget(target)
  if (parsed?.kind === 'note') return <LitNote id={parsed.id} />
  if (parsed?.kind === 'theme') return <LitTheme id={parsed.id} />
  if (parsed?.kind === 'section') return <LitSection id={parsed.id} />
  if (parsed?.kind === 'event') return <LitEvent id={parsed.id} />
  if (parsed?.kind === 'action') return <LitAction id={parsed.id} />
  if (parsed?.kind === 'cause') return <LitCause id={parsed.id} />
  return null
}

function LitNote({ id }: { readonly id: string }) {
  const note = useEntry('notes', id)
  const section = useSectionOf(note?.section ?? '')
  const author = usePerson(note?.author ?? '')
  const said = useText('notes', id, 'discussion')
  const maySay = useMay().change('notes', 'discussion').allowed
  if (note === undefined || note.removed) return null
  return (
    <Frame
      hue={section?.color}
      icon={<Icon name={section?.icon ?? ''} className="size-4" />}
      kind={section?.title ?? ''}
    >
      <p className="max-h-28 overflow-y-auto text-lg break-words whitespace-pre-wrap">{note.text}</p>
      {author && (
        <p className="mt-1 flex items-center gap-1.5 text-sm text-ink-soft">
          <Avatar size="sm" name={author.name} color={author.color} />
          {author.name}
        </p>
      )}
      {maySay && said && <Said handle={said} />}
    </Frame>
  )
}

function LitTheme({ id }: { readonly id: string }) {
  const theme = useEntry('themes', id)
  const said = useText('themes', id, 'discussion')
  const notes = usePlacement().themes.find((each) => each.id === id)?.notes ?? []
  const maySay = useMay().change('themes', 'discussion').allowed
  if (theme === undefined || theme.removed) return null
  return (
    <Frame kind="Theme">
      <p className="text-lg break-words">{theme.label || 'Theme without a name'}</p>
      <ul className="mt-1 max-h-24 list-disc space-y-0.5 overflow-y-auto pl-5 text-ink-soft">
        {notes.map((note) => (
          <NoteLine key={note.id} id={note.id} />
        ))}
      </ul>
      {maySay && said && <Said handle={said} />}
    </Frame>
  )
}

function NoteLine({ id }: { readonly id: string }) {
  return <li className="break-words">{useEntryValue('notes', id, (note) => note?.text)}</li>
}

function LitSection({ id }: { readonly id: string }) {
  const section = useSectionOf(id)
  return (
    <Frame hue={section?.color} icon={<Icon name={section?.icon ?? ''} className="size-4" />} kind="Section">
      <p className="text-lg">{section?.title}</p>
    </Frame>
  )
}

function LitEvent({ id }: { readonly id: string }) {
  const event = useEntry('timeline', id)
  if (event === undefined || event.removed) return null
  return (
    <Frame kind={`${event.at.slice(11, 16)} UTC`}>
      <p className="text-lg break-words">{event.event}</p>
    </Frame>
  )
}

function LitAction({ id }: { readonly id: string }) {
  const action = useEntry('actions', id)
  if (action === undefined || action.removed) return null
  return (
    <Frame kind="Action">
      <p className="text-lg break-words">{action.title}</p>
    </Frame>
  )
}

function LitCause({ id }: { readonly id: string }) {
  const cause = useEntry('causes', id)
  if (cause === undefined || cause.removed) return null
  return (
    <Frame kind="Cause">
      <p className="text-lg break-words">{cause.text}</p>
    </Frame>
  )
}

function Said({ handle }: { readonly handle: Parameters<typeof CollaborativeText>[0]['handle'] }) {
  return (
    <CollaborativeText
      handle={handle}
      label="What was said"
      placeholder="Write down what was said"
      multiline
      className="field-sizing-content mt-2 max-h-32 w-full resize-none rounded-md border border-transparent bg-surface/60 px-2 py-1 hover:border-hue-line focus:bg-surface"
    />
  )
}

function Frame({
  hue = 'gray',
  icon,
  kind,
  children,
}: {
  readonly hue?: string | undefined
  readonly icon?: ReactNode
  readonly kind: string
  readonly children: ReactNode
}) {
  const session = useSession()
  const me = useMe()
  const [isFolded, fold] = useState(false)
  return (
    <section
      aria-label="In the spotlight"
      data-hue={hue}
      className="pointer-events-none absolute inset-x-0 bottom-0 px-3 pb-3 sm:px-5"
    >
      <div className="pointer-events-auto mx-auto flex max-w-208 gap-3 rounded-xl border border-hue bg-hue-soft px-4 py-3 shadow-float">
        <Presentation aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-hue" />
        <div className="min-w-0 flex-1">
          <p className="flex items-center gap-1.5 text-sm font-medium text-hue">
            {icon}
            {kind}
          </p>
          {!isFolded && <div className="mt-0.5">{children}</div>}
        </div>
        <div className="-mt-1 -mr-2 flex shrink-0 items-start">
          <IconButton
            size="sm"
            label={isFolded ? 'Unfold the spotlight' : 'Fold the spotlight'}
            icon={isFolded ? <ChevronUp /> : <ChevronDown />}
            onClick={() => fold(!isFolded)}
          />
          {me.role === 'facilitator' && (
            <IconButton
              size="sm"
              label="Take out of the spotlight"
              icon={<X />}
              onClick={() => void session.command({ type: 'spotlight.set', target: null })}
            />
          )}
        </div>
      </div>
    </section>
  )
}
