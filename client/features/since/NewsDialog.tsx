import { ChevronRight, Layers, ListChecks } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import { newsSince, newsText, type Seen } from '../../../shared/review/since.ts'
import { target } from '../../../shared/review/target.ts'
import { useSession } from '../../session/context.tsx'
import { useEntry, usePerson, usePlacement, useSessionFacts } from '../../session/hooks.ts'
import { useLinking } from '../../session/linking.tsx'
import { useTargetWords } from '../../session/use-target-words.ts'
import { useWatched } from '../../session/use-watched.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { shownOn } from './seen.ts'

interface NewsDialogProps {
  readonly seen: Seen
  readonly title: string
  readonly onClose: () => void
}

/** All that has come since somebody left, each of it a way to where it stands. */
export function NewsDialog({ seen, title, onClose }: NewsDialogProps) {
  const session = useSession()
  const placement = usePlacement()
  useWatched(session.view.entries.actions.all, (all) => all, Object.is)
  const { show } = useLinking()
  const { notes, themes, actions } = newsSince(seen, shownOn(session), session.me.id)
  const words = newsText({ notes, themes, actions })
  const fresh = new Set(notes)
  const leads = useRef(false)
  const go = (to: Target) => {
    leads.current = true
    onClose()
    show(to)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      givesFocusBack={() => !leads.current}
      title={title}
      description={<PhaseWords since={seen.phase} words={words} />}
    >
      {words === '' && <EmptyState title="Nothing of it is on the board any more" />}
      {placement.sections.map(({ section, notes: placed }) => (
        <Group
          key={section.id}
          title={section.title}
          hue={section.color}
          icon={<Icon name={section.icon} />}
          things={placed.flatMap(({ id }) => (fresh.has(id) ? [target('note', id)] : []))}
          onGo={go}
        />
      ))}
      <Group title="Themes" icon={<Layers />} things={themes.map((id) => target('theme', id))} onGo={go} />
      <Group title="Actions" icon={<ListChecks />} things={actions.map((id) => target('action', id))} onGo={go} />
    </Dialog>
  )
}

/** `6 notes, 2 themes. Find themes has become Prioritise.` */
function PhaseWords({ since, words }: { readonly since: string; readonly words: string }) {
  const moved = useSessionFacts(({ agenda, phase }) => {
    const titleOf = (id: string) => agenda.find((item) => item.id === id)?.title
    const before = titleOf(since)
    return before === undefined || since === phase ? '' : `From “${before}” the review went on to “${titleOf(phase)}”.`
  })
  return <>{[words && `${words}.`, moved].filter(Boolean).join(' ')}</>
}

interface GroupProps {
  readonly title: string
  readonly hue?: string
  readonly icon: ReactNode
  readonly things: readonly Target[]
  readonly onGo: (to: Target) => void
}

function Group({ title, hue, icon, things, onGo }: GroupProps) {
  if (things.length === 0) return null
  return (
    <section aria-label={title} data-hue={hue} className="not-first:mt-4">
      <h3 className="flex items-center gap-2 font-semibold [&_svg]:size-4.5 [&_svg]:shrink-0 [&_svg]:text-hue">
        {icon}
        {title} <span className="tabular text-sm font-normal text-ink-soft">{things.length}</span>
      </h3>
      <ul className="mt-1 divide-y divide-line">
        {things.map((thing) => (
          <li key={thing}>
            <Thing thing={thing} onGo={() => onGo(thing)} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Thing({ thing, onGo }: { readonly thing: Target; readonly onGo: () => void }) {
  const words = useTargetWords(thing)
  const author = useEntry('notes', thing.slice('note:'.length))?.author ?? null
  const person = usePerson(author ?? '')
  return (
    <button
      type="button"
      onClick={onGo}
      className="group -mx-2 flex min-h-11 w-[calc(100%+1rem)] items-center gap-3 rounded-md px-2 py-2 text-left hover:bg-ink/5"
    >
      <span className="min-w-0 flex-1">
        <span className="line-clamp-3 wrap-anywhere">{words?.trim() || 'Without words'}</span>
        {person && <span className="block text-sm text-ink-soft">{person.name}</span>}
      </span>
      <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint group-hover:text-ink" />
    </button>
  )
}
