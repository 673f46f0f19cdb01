import { useState } from 'react'
import type { Settings } from '../../../shared/review/session.ts'
import { limits } from '../../../shared/review/settings.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { NumberInput } from '../../ui/NumberInput.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { settingChoices } from './setting-choices.ts'

/** How the review is held. What was promised to people is not taken back: then the answer says why. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const agreed = useSessionFacts((facts) => facts.settings)
  const [settings, setSettings] = useState<Settings>(agreed)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<Settings>) => setSettings({ ...settings, ...change })

  const save = async () => {
    setBusy(true)
    const answer = await session.command({ type: 'settings.set', ...changed(agreed, settings) })
    setBusy(false)
    if (answer.allowed) onClose()
    else setProblem(answer.reason.detail)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Settings of this review"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            Save the settings
          </Button>
        </>
      }
    >
      <div className="space-y-6">
        {problem && <ProblemNote title="The settings are as they were">{problem}</ProblemNote>}
        <div className="grid grid-cols-2 gap-4">
          <Field label="Votes per person">
            <NumberInput value={settings.votes} range={limits.votes} onChange={(votes) => set({ votes })} />
          </Field>
          <Field label="At most on one">
            <NumberInput
              value={settings.maxPerTarget}
              range={limits.maxPerTarget}
              onChange={(maxPerTarget) => set({ maxPerTarget })}
            />
          </Field>
        </div>
        <RadioCards
          legend="While voting"
          value={settings.ballot}
          options={settingChoices.ballot}
          onChange={(ballot) => set({ ballot })}
        />
        <RadioCards
          legend="Notes"
          value={settings.attribution}
          options={settingChoices.attribution}
          onChange={(attribution) => set({ attribution })}
        />
        <RadioCards
          legend="Who may reword a note"
          value={settings.editing}
          options={settingChoices.editing}
          onChange={(editing) => set({ editing })}
        />
        <RadioCards
          legend="When notes appear"
          value={settings.reveal}
          options={settingChoices.reveal}
          onChange={(reveal) => set({ reveal })}
        />
      </div>
    </Dialog>
  )
}

function changed(before: Settings, after: Settings): Partial<Settings> {
  return {
    ...(before.votes !== after.votes && { votes: after.votes }),
    ...(before.maxPerTarget !== after.maxPerTarget && { maxPerTarget: after.maxPerTarget }),
    ...(before.ballot !== after.ballot && { ballot: after.ballot }),
    ...(before.attribution !== after.attribution && { attribution: after.attribution }),
    ...(before.editing !== after.editing && { editing: after.editing }),
    ...(before.reveal !== after.reveal && { reveal: after.reveal }),
  }
}
