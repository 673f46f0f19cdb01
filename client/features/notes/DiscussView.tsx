import { memo } from 'react'
import type { Section } from '../../../shared/review/session.ts'
import { useMay } from '../../session/hooks.ts'
import { BoardBar } from './BoardBar.tsx'
import { Composer } from './Composer.tsx'
import { EmptySection } from './EmptySection.tsx'
import { NoteActionsProvider } from './NoteActionsProvider.tsx'
import { NotesDragArea } from './NotesDragArea.tsx'
import { sectionList } from './note-verbs.ts'
import { PinList } from './PinList.tsx'
import { SectionBoard } from './SectionBoard.tsx'
import { SectionColumn } from './SectionColumn.tsx'
import { usePinCounts, usePins } from './use-pins.ts'
import { useSections } from './use-section.ts'
import { count } from './written.ts'

/** Everyone's notes, section by section, to be talked through. */
export function DiscussView() {
  const sections = useSections()
  const counts = usePinCounts()
  const all = [...counts.values()].reduce((sum, each) => sum + each, 0)
  return (
    <NoteActionsProvider>
      <NotesDragArea ungroups={false}>
        <SectionBoard
          sections={sections}
          counts={counts}
          header={
            <BoardBar>
              <p className="tabular truncate">{count(all, 'note', 'notes')}</p>
            </BoardBar>
          }
          column={(section) => <DiscussColumn key={section.id} section={section} />}
        />
      </NotesDragArea>
    </NoteActionsProvider>
  )
}

const DiscussColumn = memo(function DiscussColumn({ section }: { readonly section: Section }) {
  const pins = usePins(section.id)
  const mayWrite = useMay().change('notes', 'theme').allowed
  return (
    <SectionColumn section={section} count={pins.length} composer={mayWrite && <Composer section={section} quiet />}>
      {pins.length === 0 && <EmptySection section={section} />}
      <PinList label={section.title} list={sectionList(section.id)} pins={pins} canSort={mayWrite} />
    </SectionColumn>
  )
})
