import { CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Section } from '../../../shared/review/session.ts'
import { IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { useIsLit } from './use-section.ts'

interface Props {
  readonly section: Section
  readonly count: number
  /** Stays in reach while the notes scroll. */
  readonly composer?: ReactNode
  readonly children: ReactNode
}

/** One section of the board: its name, a way to add to it, and what is in it. */
export function SectionColumn({ section, count, composer, children }: Props) {
  const isLit = useIsLit()
  const heading = `section-${section.id}`
  return (
    <section
      aria-labelledby={heading}
      data-hue={section.color}
      data-column={section.id}
      className={classes(
        'flex w-full shrink-0 snap-start flex-col overflow-y-auto px-4 @min-[40rem]:w-auto @min-[40rem]:overflow-visible @min-[40rem]:px-0 @min-[40rem]:pb-0',
        isLit ? 'pb-52' : 'pb-6',
      )}
    >
      <div className="sticky top-0 z-10 -mx-1 bg-paper px-1 pb-3">
        <header className="flex min-h-11 items-center gap-1.5 pt-3 pb-2">
          <Icon name={section.icon} className="size-4.5 shrink-0 text-hue" />
          <h2 id={heading} className="line-clamp-2 min-w-0 leading-5 font-semibold">
            {section.title}
          </h2>
          <span className="tabular text-sm text-ink-soft">{count === 0 ? '' : count}</span>
          {section.prompts.length > 0 && (
            <Popover
              title={section.title}
              trigger={
                <IconButton
                  size="sm"
                  label={`Questions to think about: ${section.title}`}
                  icon={<CircleHelp />}
                  className="-mr-1 ml-auto"
                />
              }
            >
              <ul className="max-w-80 list-disc space-y-1.5 pl-4 text-ink-soft">
                {section.prompts.map((prompt) => (
                  <li key={prompt}>{prompt}</li>
                ))}
              </ul>
            </Popover>
          )}
        </header>
        {composer}
      </div>
      {children}
    </section>
  )
}
