import { useState } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import { useSession } from '../../session/context.tsx'
import { useSessionFacts } from '../../session/hooks.ts'
import { useVoting } from '../../session/use-voting.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { BudgetFields } from './BudgetFields.tsx'
import { openRound } from './open-round.ts'
import { useTargetText } from './use-round.ts'

/** Another round: on everything, or on what is chosen here, with as many votes as it needs. */
export function NewRoundDialog({ onClose }: { readonly onClose: () => void }) {
  const session = useSession()
  const { targets } = useVoting().votable
  const settings = useSessionFacts((facts) => facts.settings)
  const [on, setOn] = useState<'everything' | 'chosen'>('everything')
  const [chosen, choose] = useState<ReadonlySet<Target>>(new Set())
  const [budget, setBudget] = useState({ votes: settings.votes, maxPerTarget: settings.maxPerTarget })
  const [busy, setBusy] = useState(false)
  const isReady = on === 'everything' || chosen.size > 0

  const open = async () => {
    setBusy(true)
    const wishes = { ...budget, ...(on === 'chosen' && { targets: targets.filter((each) => chosen.has(each)) }) }
    const isOpen = await openRound(session, wishes, 'A new vote is open')
    setBusy(false)
    if (isOpen) onClose()
  }
  const toggle = (target: Target) => {
    const next = new Set(chosen)
    if (!next.delete(target)) next.add(target)
    choose(next)
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Open a new vote"
      description="Everybody gets their votes afresh. What was counted before stays, here and in the report."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} disabled={!isReady} onClick={() => void open()}>
            Open the vote
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        <BudgetFields budget={budget} onChange={setBudget} />
        <RadioCards
          legend="Vote on"
          value={on}
          options={[
            { value: 'everything', label: 'Everything', hint: `All ${targets.length} themes and notes` },
            { value: 'chosen', label: 'Some of it', hint: 'Only what you choose' },
          ]}
          onChange={setOn}
        />
        {on === 'chosen' && (
          <fieldset className="min-w-0">
            <legend className="mb-1 font-medium">
              Chosen <span className="tabular font-normal text-ink-soft">{chosen.size}</span>
            </legend>
            <ul className="divide-y divide-line rounded-md border border-line">
              {targets.map((each) => (
                <Choice key={each} target={each} isChosen={chosen.has(each)} onToggle={() => toggle(each)} />
              ))}
            </ul>
          </fieldset>
        )}
      </div>
    </Dialog>
  )
}

function Choice({
  target,
  isChosen,
  onToggle,
}: {
  readonly target: Target
  readonly isChosen: boolean
  readonly onToggle: () => void
}) {
  const text = useTargetText(target)
  return (
    <li>
      <label className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2.5 hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-focus">
        <input type="checkbox" checked={isChosen} onChange={onToggle} className="mt-1 size-4 shrink-0 accent-ink" />
        <span className={target.startsWith('theme:') ? 'min-w-0 font-semibold break-words' : 'min-w-0 break-words'}>
          {text}
        </span>
      </label>
    </li>
  )
}
