import type { Section } from '../../../shared/review/session.ts'
import { useMay, usePlacement } from '../../session/hooks.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Composer } from './Composer.tsx'
import { sectionList } from './note-verbs.ts'
import { PinList } from './PinList.tsx'
import { usePane } from './pane.ts'
import { usePins } from './use-pins.ts'
import { useSections } from './use-section.ts'

/** The notes that are in no theme yet, in a pile for each section. */
export function Ungrouped({ isShown }: { readonly isShown: boolean }) {
  const sections = useSections()
  const pane = usePane(isShown)
  const half = Math.ceil(sections.length / 2)
  return (
    <section aria-label="Ungrouped notes" className={classes(pane, '@min-[40rem]:border-r border-line')}>
      <div className="grid gap-x-4 @min-[68rem]:grid-cols-2">
        {[sections.slice(0, half), sections.slice(half)].map((stack) => (
          <div key={stack[0]?.id ?? 'none'} className="min-w-0">
            {stack.map((section) => (
              <Pile key={section.id} section={section} />
            ))}
          </div>
        ))}
      </div>
    </section>
  )
}

function Pile({ section }: { readonly section: Section }) {
  const canSort = useMay().change('notes', 'theme').allowed
  const themes = usePlacement().notes
  const pins = usePins(section.id).filter((pin) => pin.kind === 'draft' || themes.get(pin.id)?.theme === null)
  return (
    <section
      data-hue={section.color}
      data-column={section.id}
      aria-labelledby={`pile-${section.id}`}
      className="flex flex-col"
    >
      <h2 id={`pile-${section.id}`} className="flex items-center gap-2 pt-2 pb-1 font-semibold">
        <Icon name={section.icon} className="size-4.5 shrink-0 text-hue" />
        {section.title}
        <span className="tabular text-sm font-normal text-ink-soft">{pins.length === 0 ? '' : pins.length}</span>
      </h2>
      {canSort && <Composer section={section} quiet />}
      <PinList label={section.title} list={sectionList(section.id)} pins={pins} canSort={canSort} />
    </section>
  )
}
