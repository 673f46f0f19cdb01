import { orderedTimeline } from '../../../shared/incident/timeline.ts'
import { whyRows } from '../../../shared/incident/why-tree.ts'
import { unnamedTheme } from '../../../shared/report/findings.ts'
import { liveActions } from '../../../shared/review/action.ts'
import { isLive, liveThemes } from '../../../shared/review/placement.ts'
import type { Target } from '../../../shared/review/session.ts'
import { target } from '../../../shared/review/target.ts'
import { useEntries, useLinkEnds, usePlacement } from '../../session/hooks.ts'
import { useRecordVerbs } from '../../session/record-verbs.ts'
import { useTargetWords } from '../../session/use-target-words.ts'
import { announce } from '../../ui/announce.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { type Choice, Picker } from '../../ui/Picker.tsx'
import { toast } from '../../ui/toast.ts'
import { type LinkableKind, linkableKinds } from './kinds.tsx'
import { useCausesFolded } from './use-causes-folded.ts'

/** Chooses what a thing is linked to, among all that is on the board. */
export function LinkDialog({ from, onClose }: { readonly from: Target; readonly onClose: () => void }) {
  const verbs = useRecordVerbs()
  const words = useTargetWords(from)
  const linked = useLinkEnds(from)
  const all = useChoices()
  const choices = all.filter(
    ({ id }) => id !== from && !linked.some(({ other, ids }) => other === id && ids.length > 0),
  )
  const link = (id: string) => {
    const to = all.find((choice) => choice.id === id)?.target
    onClose()
    if (to === undefined) return
    const added = verbs.addLink(from, to)
    if (added.allowed) announce('Linked')
    else toast({ title: 'The link could not be made', tone: 'danger' })
  }
  return (
    <Dialog open onClose={onClose} title="Link to…" description={<span className="line-clamp-2">{words}</span>}>
      <Picker label="An event, a cause, a note, a theme or an action" choices={choices} onPick={link} />
    </Dialog>
  )
}

type TargetChoice = Choice & { readonly target: Target }

function useChoices(): readonly TargetChoice[] {
  const isFolded = useCausesFolded()
  const placed = usePlacement().sections.flatMap((section) => section.notes)
  const notes = useEntries('notes', (entries) => placed.flatMap(({ id }) => entries.get(id) ?? []))
  const themes = useEntries('themes', (entries) => liveThemes([...entries.values()]))
  const actions = useEntries('actions', (entries) => liveActions([...entries.values()]))
  const events = useEntries('timeline', (entries) => orderedTimeline([...entries.values()]))
  const causes = useEntries('causes', (entries) => {
    const list = [...entries.values()]
    const whys = whyRows(list).flatMap(({ id }) => entries.get(id) ?? [])
    return isFolded ? [] : [...whys, ...list.filter((each) => each.kind === 'factor' && isLive(each))]
  })
  return [
    ...events.map(({ id, at, event }) => choice('event', id, `${at.slice(11, 16)} ${event}`)),
    ...causes.map(({ id, text }) => choice('cause', id, text)),
    ...notes.map(({ id, text }) => choice('note', id, text)),
    ...themes.map(({ id, label }) => choice('theme', id, label.trim() || unnamedTheme)),
    ...actions.map(({ id, title }) => choice('action', id, title)),
  ].filter(({ label }) => label.trim() !== '')
}

function choice(kind: LinkableKind, id: string, label: string): TargetChoice {
  const at = target(kind, id)
  const icon = <span className="shrink-0 self-start pt-1 text-ink-soft [&_svg]:size-4">{linkableKinds[kind].icon}</span>
  return { id: at, target: at, label, icon, group: linkableKinds[kind].group }
}
