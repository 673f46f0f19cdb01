import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useEntry, useEntryValue, useMay, usePerson, usePlacement, useText } from '../../session/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SpotlightFrame } from './SpotlightFrame.tsx'
import { useSectionOf } from './use-section.ts'

/** A note that is shown, and what is being said about it. */
export function LitNote({ id }: { readonly id: string }) {
  const note = useEntry('notes', id)
  const section = useSectionOf(note?.section ?? '')
  const author = usePerson(note?.author ?? '')
  if (note === undefined || note.removed) return null
  return (
    <SpotlightFrame
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
      <Said root="notes" id={id} text={note.discussion} />
    </SpotlightFrame>
  )
}

/** A theme that is shown, with its notes. */
export function LitTheme({ id }: { readonly id: string }) {
  const theme = useEntry('themes', id)
  const notes = usePlacement().themes.find((each) => each.id === id)?.notes ?? []
  if (theme === undefined || theme.removed) return null
  return (
    <SpotlightFrame kind="Theme">
      <p className="text-lg break-words">{theme.label || 'Theme without a name'}</p>
      <ul className="mt-1 max-h-24 list-disc space-y-0.5 overflow-y-auto pl-5 text-ink-soft">
        {notes.map((note) => (
          <NoteLine key={note.id} id={note.id} />
        ))}
      </ul>
      <Said root="themes" id={id} text={theme.discussion} />
    </SpotlightFrame>
  )
}

function NoteLine({ id }: { readonly id: string }) {
  return <li className="break-words">{useEntryValue('notes', id, (note) => note?.text)}</li>
}

interface SaidProps {
  readonly root: 'notes' | 'themes'
  readonly id: string
  readonly text: string
}

/** What is said while it is shown, written down by whoever is quickest. */
function Said({ root, id, text }: SaidProps) {
  const handle = useText(root, id, 'discussion')
  const maySay = useMay().change(root, 'discussion').allowed
  if (!maySay) return <p className="mt-1 text-ink-soft break-words whitespace-pre-wrap">{text}</p>
  if (handle === undefined) return null
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
