import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Section } from '../../../shared/review/session.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useIsLit } from './use-section.ts'

interface Props {
  readonly sections: readonly Section[]
  /** Stands above the columns, and stays there. */
  readonly header: ReactNode
  /** For the tab of a section on a narrow screen. */
  readonly counts: ReadonlyMap<string, number>
  readonly column: (section: Section) => ReactNode
}

/** Sections side by side; on a phone, pages to swipe between, with a tab for each. */
export function SectionBoard({ sections, header, counts, column }: Props) {
  const pages = useRef<HTMLDivElement>(null)
  const isLit = useIsLit()
  const shown = useShownPage(pages, sections.length)
  return (
    <div className="@container flex h-full min-h-0 flex-col">
      {header}
      <SectionTabs
        sections={sections}
        counts={counts}
        shown={shown}
        onChoose={(index) => turnTo(pages.current, index)}
      />
      <div
        ref={pages}
        data-scroller
        style={columnsFor(sections.length)}
        className={classes(
          'flex min-h-0 flex-1 snap-x snap-mandatory overflow-x-auto overscroll-x-contain',
          '@min-[40rem]:grid @min-[40rem]:snap-none @min-[40rem]:auto-rows-min @min-[40rem]:grid-cols-2 @min-[40rem]:gap-x-4 @min-[40rem]:gap-y-6',
          '@min-[40rem]:overflow-x-hidden @min-[40rem]:overflow-y-auto @min-[40rem]:px-5',
          isLit ? '@min-[40rem]:pb-52' : '@min-[40rem]:pb-8',
          '@min-[58rem]:grid-cols-[repeat(var(--columns),minmax(0,1fr))] @min-[86rem]:gap-x-5 @min-[86rem]:px-6',
        )}
      >
        {sections.map(column)}
      </div>
    </div>
  )
}

function columnsFor(sections: number): React.CSSProperties {
  const columns: Readonly<Record<string, number>> = { '--columns': sections > 5 ? 4 : sections }
  return columns
}

function SectionTabs({
  sections,
  counts,
  shown,
  onChoose,
}: {
  readonly sections: readonly Section[]
  readonly counts: ReadonlyMap<string, number>
  readonly shown: number
  readonly onChoose: (index: number) => void
}) {
  return (
    <nav aria-label="Sections" className="flex border-b border-line bg-paper px-2 @min-[40rem]:hidden">
      {sections.map((section, index) => (
        <button
          key={section.id}
          type="button"
          data-hue={section.color}
          aria-current={index === shown ? 'true' : undefined}
          aria-label={`${section.title}, ${counts.get(section.id) ?? 0}`}
          onClick={() => onChoose(index)}
          className="flex min-h-11 min-w-0 flex-1 items-center justify-center gap-1.5 border-b-2 border-transparent px-1 text-ink-soft aria-[current]:border-hue aria-[current]:text-ink"
        >
          <Icon name={section.icon} className="size-4.5 shrink-0 text-hue" />
          <span className="tabular text-sm">{counts.get(section.id) ?? 0}</span>
        </button>
      ))}
    </nav>
  )
}

/** Which page a swipe has come to rest on. */
function useShownPage(pages: React.RefObject<HTMLDivElement | null>, length: number): number {
  const [shown, setShown] = useState(0)
  useEffect(() => {
    const box = pages.current
    if (box === null) return
    const read = () => setShown(Math.min(length - 1, Math.round(box.scrollLeft / Math.max(1, box.clientWidth))))
    box.addEventListener('scroll', read, { passive: true })
    return () => box.removeEventListener('scroll', read)
  }, [pages, length])
  return shown
}

function turnTo(pages: HTMLElement | null, index: number): void {
  pages?.scrollTo({ left: index * pages.clientWidth, behavior: 'smooth' })
}
