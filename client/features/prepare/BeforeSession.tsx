import { Circle, CircleCheckBig, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { whomToInvite } from '../../../shared/review/directive.ts'
import { leaseOf, standIns } from '../../../shared/review/lease.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { useEntries, useFlat, useMe, usePeople, useSessionFacts } from '../../session/hooks.ts'
import { useKeptText } from '../../session/keep.ts'
import { usePanels } from '../../session/panels.tsx'
import { Button, IconButton } from '../../ui/Button.tsx'
import { listed } from '../../ui/listed.ts'
import { factsToKnow } from './preparation.ts'

/** What a facilitator sees to before people come. */
export function BeforeSession({ invite, onShare }: { readonly invite: ReactNode; readonly onShare: () => void }) {
  const me = useMe()
  const panels = usePanels()
  const people = usePeople().filter((person) => person.left === undefined)
  const services = useEntries('services', (all) => [...all.values()].filter(isLive).length)
  const facts = useFlat('incident', (record) => factsToKnow(record, services), sameFacts)
  const [closed, setClosed] = useKeptText('before-session')
  const known = facts.filter((fact) => fact.isKnown).length
  const missing = facts.filter((fact) => !fact.isKnown).map((fact) => fact.name)
  const lease = leaseOf(
    useSessionFacts((session) => session.lease),
    people,
  )
  const deputies = standIns(lease, people, me.id)
  const others = people.filter((person) => person.id !== me.id)

  if (closed !== '') return null
  return (
    <section aria-labelledby="before" className="mx-auto w-full max-w-216 rounded-lg border border-line bg-surface">
      <header className="flex items-center gap-3 border-b border-line py-1.5 pr-1.5 pl-5">
        <h2 id="before" className="flex-1 font-semibold">
          Before the session
        </h2>
        <IconButton label="Hide this list" icon={<X />} onClick={() => setClosed('hidden')} />
      </header>
      <ul className="divide-y divide-line">
        <Step
          isDone={missing.length === 0}
          title={`Facts filled: ${known} of ${facts.length}`}
          action={
            <Button size="sm" onClick={() => panels.open('incident')}>
              {missing.length === 0 ? 'Look' : 'Fill in'}
            </Button>
          }
        >
          {missing.length === 0 ? 'Everyone starts from the same page.' : `Still open: ${listed(missing)}.`}
        </Step>
        <Step isDone={others.length > 0} title="Invite those who can tell, and those who can change it" action={invite}>
          {whomToInvite.join(' ')}
        </Step>
        <Step
          isDone={deputies.length > 0}
          title="Have a deputy"
          action={
            <Button size="sm" onClick={onShare}>
              Share the link
            </Button>
          }
        >
          {deputies.length > 0
            ? `${listed(deputies.map((person) => person.name))} can lead as well.`
            : 'Somebody who keeps the review going if you drop out: a second facilitator, or a deputy, named in a person’s menu.'}
        </Step>
      </ul>
    </section>
  )
}

function Step({
  isDone,
  title,
  action,
  children,
}: {
  readonly isDone: boolean
  readonly title: string
  readonly action: ReactNode
  readonly children: ReactNode
}) {
  const Shape = isDone ? CircleCheckBig : Circle
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-5 py-3 sm:flex-nowrap">
      <Shape aria-hidden="true" className={isDone ? 'mt-1 size-4 text-good' : 'mt-1 size-4 text-ink-faint'} />
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">
          {title}
          {isDone && <span className="sr-only">, done</span>}
        </p>
        <p className="text-sm text-ink-soft">{children}</p>
      </div>
      {action}
    </li>
  )
}

function sameFacts(a: ReturnType<typeof factsToKnow>, b: ReturnType<typeof factsToKnow>): boolean {
  return a.every((fact, index) => fact.isKnown === b[index]?.isKnown)
}
