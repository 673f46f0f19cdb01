import { useState } from 'react'
import type { Person } from '../../../shared/review/people.ts'
import { roomLimits } from '../../../shared/review/room-votes.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberInput } from '../../ui/NumberInput.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'

/** Says for how many people in the room somebody votes. */
export function RoomDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const session = useSession()
  const agreed = useSessionFacts((facts) => facts.roomVoters?.[person.id] ?? null)
  const [people, setPeople] = useState(agreed ?? roomLimits[0])
  const [problem, setProblem] = useState<string | null>(null)

  const send = async (number: number | null) => {
    const answer = await session.command({ type: 'room.set', person: person.id, people: number })
    if (answer.allowed) onClose()
    else setProblem(answer.reason.detail)
  }
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="Votes for people in the room"
      description={`${person.name} gives the votes of people who are there without a screen. They are counted apart, and everybody sees for how many.`}
      footer={
        <>
          {agreed !== null && <Button onClick={() => void send(null)}>For nobody any more</Button>}
          <Button variant="primary" onClick={() => void send(people)}>
            {`Vote for ${people} people`}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {problem && <ProblemNote title="Nothing changed">{problem}</ProblemNote>}
        <Field label="People in the room" hint="At least two: the vote of one alone would show as theirs.">
          <NumberInput value={people} range={roomLimits} onChange={setPeople} />
        </Field>
      </div>
    </Dialog>
  )
}
