import { useState } from 'react'
import type { Section } from '../../../shared/review/session.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { useMyVersion } from '../../session/use-my-version.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SectionRows, tidiedSection } from './SectionRows.tsx'

/** The columns of the board. One that holds notes can be renamed and moved, but not removed. */
export function SectionsDialog({ newId, onClose }: { readonly newId: () => string; readonly onClose: () => void }) {
  const session = useSession()
  const agreed = useSessionFacts((facts) => facts.sections)
  const [sections, setSections] = useMyVersion<Section>(agreed)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const save = async () => {
    setBusy(true)
    const answer = await session.command({ type: 'sections.set', sections: sections.map(tidiedSection) })
    setBusy(false)
    if (answer.allowed) onClose()
    else setProblem(answer.reason.detail)
  }
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title="Sections"
      description="The columns in which notes are written."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={sections.some(({ title }) => title.trim() === '')}
            onClick={() => void save()}
          >
            Save the sections
          </Button>
        </>
      }
    >
      {problem && (
        <div className="mb-3">
          <ProblemNote title="The sections are as they were">{problem}</ProblemNote>
        </div>
      )}
      <SectionRows sections={sections} newId={newId} onChange={setSections} />
    </Dialog>
  )
}
