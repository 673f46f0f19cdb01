import { type FormEvent, useState } from 'react'
import { personColors } from '../../../shared/review/names.ts'
import { patchMe } from '../../session/api.ts'
import { useSession } from '../../session/context.tsx'
import { useMe } from '../../session/hooks.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'
import { Switch } from '../../ui/Switch.tsx'

/** My name, my colour, and for a facilitator whether they take part themselves. */
export function MyselfDialog({ onClose }: { readonly onClose: () => void }) {
  const { boardId } = useSession()
  const me = useMe()
  const [name, setName] = useState(me.name)
  const [color, setColor] = useState(me.color)
  const [counts, setCounts] = useState(me.counts)
  const [problem, setProblem] = useState<string | undefined>(undefined)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setProblem('Say your name, so that the others know who is here.')
    const answer = await patchMe(boardId, { name: name.trim(), color, counts })
    if (answer.allowed) onClose()
    else setProblem(answer.reason.detail)
  }

  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title="You on this review"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" form="myself">
            Save
          </Button>
        </>
      }
    >
      <form id="myself" noValidate onSubmit={(event) => void save(event)} className="space-y-5">
        <Field label="Your name" {...(problem !== undefined && { error: problem })}>
          <TextInput value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        </Field>
        <fieldset>
          <legend className="mb-1 font-medium">Your colour</legend>
          <div className="flex flex-wrap gap-1.5">
            {personColors.map((each) => (
              <label
                key={each}
                className="relative cursor-pointer rounded-full p-0.5 has-checked:ring-2 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
              >
                <input
                  type="radio"
                  name="color"
                  checked={each === color}
                  onChange={() => setColor(each)}
                  className="absolute inset-0 cursor-pointer opacity-0"
                />
                <span className="sr-only">{each}</span>
                <Avatar name={name} color={each} />
              </label>
            ))}
          </div>
        </fieldset>
        {me.role === 'facilitator' && (
          <Switch
            label="I only facilitate"
            hint="You write no notes and cast no votes; nobody waits for you."
            checked={!counts}
            onChange={(onlyLeads) => setCounts(!onlyLeads)}
          />
        )}
      </form>
    </Dialog>
  )
}
