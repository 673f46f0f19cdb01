import { type ComponentProps, memo } from 'react'
import { NoteCard } from './NoteCard.tsx'
import { NoteShell } from './NoteShell.tsx'

type Props = Omit<ComponentProps<typeof NoteShell>, 'children'> & ComponentProps<typeof NoteCard>

/** A note where it can be dragged. What becomes of its neighbours doesn't draw it again. */
export const PinnedNote = memo(function PinnedNote({ saysSection, saysTheme, ...shell }: Props) {
  return (
    <NoteShell {...shell}>
      <NoteCard id={shell.id} saysSection={saysSection} saysTheme={saysTheme} />
    </NoteShell>
  )
})
