import { memo } from 'react'
import type { Section } from '../../../shared/review/session.ts'
import { useMay, usePhase, usePresence } from '../../session/hooks.ts'
import { BoardBar } from './BoardBar.tsx'
import { Composer } from './Composer.tsx'
import { DraftCard } from './DraftCard.tsx'
import { EmptySection } from './EmptySection.tsx'
import { NoteActionsProvider } from './NoteActionsProvider.tsx'
import { NotesDragArea } from './NotesDragArea.tsx'
import { sectionList } from './note-verbs.ts'
import { PinList } from './PinList.tsx'
import { SectionBoard } from './SectionBoard.tsx'
import { SectionColumn } from './SectionColumn.tsx'
import { usePinCounts, usePins } from './use-pins.ts'
import { useSections } from './use-section.ts'
import { writtenSoFar, writtenText } from './written.ts'

/** Everyone writes by themselves: composers first, my own notes, and of others' only how many. */
export function ReflectView() {
  const sections = useSections()
  const counts = usePinCounts()
  return (
    <NoteActionsProvider>
      <NotesDragArea ungroups={false}>
        <SectionBoard
          sections={sections}
          counts={counts}
          header={
            <BoardBar>
              <WrittenSoFar />
            </BoardBar>
          }
          column={(section) => <ReflectColumn key={section.id} section={section} />}
        />
      </NotesDragArea>
    </NoteActionsProvider>
  )
}

const ReflectColumn = memo(function ReflectColumn({ section }: { readonly section: Section }) {
  const pins = usePins(section.id)
  const mayWrite = useMay().change('notes', 'theme').allowed
  const notes = pins.filter((pin) => pin.kind === 'note')
  // The newest stands right under the composer, where its writer is looking.
  const drafts = pins.filter((pin) => pin.kind === 'draft').reverse()
  return (
    <SectionColumn section={section} count={pins.length} composer={mayWrite && <Composer section={section} />}>
      {pins.length === 0 && <EmptySection section={section} />}
      {drafts.length > 0 && (
        <ul aria-label={`My notes in ${section.title}`} className="-mx-1 px-1">
          {drafts.map((pin, index) => (
            <DraftCard key={pin.id} id={pin.id} isTabStop={index === 0} />
          ))}
        </ul>
      )}
      {notes.length > 0 && (
        <PinList label={section.title} list={sectionList(section.id)} pins={notes} canSort={mayWrite} />
      )}
    </SectionColumn>
  )
})

/** `12 notes from 5 people · 3 of 6 done`. */
function WrittenSoFar() {
  const { isPrivate } = usePhase()
  const written = usePresence((_, server) => (server ? writtenSoFar(server.progress) : null))
  if (written === null) return null
  return (
    <p className="tabular truncate">
      {isPrivate && writtenText(written)}
      {isPrivate && written.ready > 0 && ' · '}
      {written.ready > 0 && `${written.ready} of ${written.takingPart} done`}
    </p>
  )
}
