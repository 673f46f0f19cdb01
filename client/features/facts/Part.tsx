import { Plus } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { recordTitles } from '../../../shared/incident/record-titles.ts'
import { useFlat } from '../../session/hooks.ts'
import { useMayEditRecord } from '../../session/use-may-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { Communications } from './Communications.tsx'
import { FollowUps } from './FollowUps.tsx'
import { isFilled } from './filled.ts'
import { Prose } from './Prose.tsx'
import { RecordLine } from './RecordLine.tsx'
import { References } from './References.tsx'
import { Responders } from './Responders.tsx'
import type { PartList, RecordPart } from './record-parts.ts'
import { Services } from './Services.tsx'

const lists: Readonly<Record<PartList, () => ReactNode>> = {
  services: Services,
  responders: Responders,
  communications: Communications,
  references: References,
  followUps: FollowUps,
}

interface PartProps {
  readonly part: RecordPart
  /** It was just added: the keyboard goes to its first field. */
  readonly isNew: boolean
}

/**
 * One part of the record: what is in it, and for what is not a button each.
 *
 * A part whose one text is called like the part has no second heading for it.
 */
export function Part({ part, isNew }: PartProps) {
  const { lines = [], proses = [] } = part
  const box = useRef<HTMLElement>(null)
  const mayEdit = useMayEditRecord()
  const [opened, setOpened] = useState<readonly string[]>([])
  const filled = useFlat(
    'incident',
    (incident) => [...lines, ...proses].flatMap(({ field }) => (isFilled(incident, field) ? [field as string] : [])),
    (a, b) => a.join() === b.join(),
  )
  const first = proses[0]?.field ?? null
  const keepsLines = mayEdit && part.isAlways !== true
  const isShown = (field: string) => filled.includes(field) || opened.includes(field)
  const shownLines = lines.filter(({ field }) => keepsLines || isShown(field))
  const shownProses = proses.filter(({ field }) => (mayEdit && field === first) || isShown(field))
  const missing = [
    ...lines.filter((each) => !shownLines.includes(each)).map(({ field }) => ({ field, label: recordTitles[field] })),
    ...proses.filter((each) => !shownProses.includes(each)),
  ]

  useEffect(() => {
    if (isNew) requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('textarea, input, button')?.focus())
  }, [isNew])

  return (
    <section ref={box} aria-labelledby={`part-${part.id}`} className="scroll-mt-4">
      <h3 id={`part-${part.id}`} className="border-t border-line pt-4 pb-1 font-semibold">
        {part.title}
      </h3>
      <div className="space-y-2">
        {shownLines.length > 0 && (
          <div className="grid grid-cols-2 gap-x-4 gap-y-2 @max-sm:grid-cols-1">
            {shownLines.map((line) => (
              <RecordLine key={line.field} {...line} autoFocus={opened.at(-1) === line.field} />
            ))}
          </div>
        )}
        {shownProses.map((prose) => (
          <Prose
            key={prose.field}
            {...prose}
            isUntitled={prose.label === part.title}
            autoFocus={opened.at(-1) === prose.field}
          />
        ))}
        {(part.lists ?? []).map((list) => {
          const List = lists[list]
          return <List key={list} />
        })}
        {mayEdit && missing.length > 0 && (
          <div className="-ml-2 flex flex-wrap">
            {missing.map(({ field, label }) => (
              <Button
                key={field}
                variant="ghost"
                size="sm"
                icon={<Plus />}
                aria-label={`Add: ${label}`}
                onClick={() => setOpened([...opened, field])}
              >
                {label}
              </Button>
            ))}
          </div>
        )}
      </div>
    </section>
  )
}
