import { ExternalLink, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { recordTitles } from '../../../shared/incident/record-titles.ts'
import { useSession } from '../../session/context.tsx'
import { useFlat } from '../../session/hooks.ts'
import { useMayEditRecord } from '../../session/use-may-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DateInput } from '../../ui/DateInput.tsx'
import { Field } from '../../ui/Field.tsx'
import { linkHost } from '../../ui/link-host.ts'
import { WebAddress } from './WebAddress.tsx'

const extras = ['issueLink', 'reviewedOn'] as const

/** What is said of few incidents: the issue in another tracker, and a date of the review that is not the session's. */
export function HeadExtras() {
  const { verbs } = useSession()
  const mayEdit = useMayEditRecord()
  const link = useFlat('incident', (incident) => incident.issueLink ?? null)
  const on = useFlat('incident', (incident) => incident.reviewedOn ?? null)
  const [opened, setOpened] = useState<readonly string[]>([])
  const isShown = {
    issueLink: link !== null || opened.includes('issueLink'),
    reviewedOn: on !== null || opened.includes('reviewedOn'),
  }
  const box = useRef<HTMLDivElement>(null)
  const last = opened.at(-1)
  useEffect(() => {
    if (last !== undefined) box.current?.querySelector<HTMLElement>(`[data-extra="${last}"] input`)?.focus()
  }, [last])
  const missing = mayEdit ? extras.filter((each) => !isShown[each]) : []
  return (
    <div ref={box} className="space-y-2">
      {isShown.issueLink && mayEdit && (
        <div data-extra="issueLink" className="flex items-end gap-2">
          <Field label={recordTitles.issueLink} className="min-w-0 flex-1">
            <WebAddress
              label={recordTitles.issueLink}
              value={link}
              onCommit={(issueLink) => verbs.setIncident({ issueLink }).allowed}
            />
          </Field>
          {/* Beside the field: below it, it would push away what is just being pressed. */}
          {link !== null && (
            <Outside href={link} label={`Open it at ${linkHost(link)}`} className="size-9 justify-center" />
          )}
        </div>
      )}
      {link !== null && !mayEdit && <Outside href={link} words={`${recordTitles.issueLink}: ${linkHost(link)}`} />}
      {isShown.reviewedOn && (
        <div data-extra="reviewedOn">
          <Field label={recordTitles.reviewedOn} className="max-w-48">
            <DateInput value={on} disabled={!mayEdit} onCommit={(reviewedOn) => verbs.setIncident({ reviewedOn })} />
          </Field>
        </div>
      )}
      {missing.length > 0 && (
        <div className="-ml-2 flex flex-wrap">
          {missing.map((each) => (
            <Button
              key={each}
              variant="ghost"
              size="sm"
              icon={<Plus />}
              aria-label={`Add: ${recordTitles[each]}`}
              onClick={() => setOpened([...opened, each])}
            >
              {recordTitles[each]}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}

interface OutsideProps {
  readonly href: string
  readonly words?: string
  /** Its name where it has no words. */
  readonly label?: string
  readonly className?: string
}

function Outside({ href, words, label, className }: OutsideProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={label}
      title={label}
      className={classes(
        'tap inline-flex items-center gap-1 text-sm text-ink-soft underline underline-offset-2',
        className,
      )}
    >
      {words}
      <ExternalLink aria-hidden="true" className="size-3.5" />
    </a>
  )
}
