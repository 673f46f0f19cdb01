import { Plus } from 'lucide-react'
import { useState } from 'react'
import { isLive } from '../../../shared/review/placement.ts'
import { useEntries, useFlat } from '../../session/hooks.ts'
import { useMayEditRecord } from '../../session/use-may-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { DocumentControl } from './DocumentControl.tsx'
import { isFilled } from './filled.ts'
import { Part } from './Part.tsx'
import { Prose } from './Prose.tsx'
import { RecordHead } from './RecordHead.tsx'
import { RecordTimes } from './RecordTimes.tsx'
import { RootCause } from './RootCause.tsx'
import { type PartList, type RecordPart, recordParts } from './record-parts.ts'

/** The facts of the incident, to be read and mended by everyone at once: short while little is known. */
export function Record() {
  const mayEdit = useMayEditRecord()
  const [added, setAdded] = useState<readonly string[]>([])
  const used = useUsedParts()
  const shown = recordParts.filter(({ id, isAlways }) => isAlways || used.has(id) || added.includes(id))
  const offered = recordParts.filter((part) => !shown.includes(part))
  return (
    <div className="@container space-y-5">
      <RecordHead />
      <Prose
        field="summary"
        label="Summary"
        prompt="What happened, in three sentences that somebody from another team understands."
        level="part"
      />
      <section>
        <h3 className="mb-1 border-t border-line pt-4 font-semibold">Times</h3>
        <RecordTimes />
      </section>
      {shown.map((part) => (
        <Part key={part.id} part={part} isNew={added.at(-1) === part.id} />
      ))}
      <RootCause />
      {mayEdit && offered.length > 0 && (
        <Menu
          align="start"
          trigger={
            <Button icon={<Plus />} className="w-full justify-start! border-dashed!">
              Add to the record…
            </Button>
          }
          items={offered.map(({ id, title, hint }) => ({
            label: title,
            hint,
            onSelect: () => setAdded([...added, id]),
          }))}
        />
      )}
      <DocumentControl />
    </div>
  )
}

/** The parts in which anybody has written anything. */
function useUsedParts(): ReadonlySet<string> {
  const fields = useFlat('incident', (incident) =>
    idsOf((part) => fieldsOf(part).some((field) => isFilled(incident, field))),
  )
  const communications = useEntries('communications', hasLive)
  const references = useEntries('references', hasLive)
  const followUps = useEntries('followUps', hasLive)
  const inLists: Readonly<Record<PartList, boolean>> = {
    services: true,
    responders: true,
    communications,
    references,
    followUps,
  }
  return new Set([...fields.split(' '), ...idsOf(({ lists = [] }) => lists.some((list) => inLists[list])).split(' ')])
}

function idsOf(isUsed: (part: RecordPart) => boolean): string {
  return recordParts
    .filter(isUsed)
    .map(({ id }) => id)
    .join(' ')
}

function fieldsOf({ lines = [], proses = [] }: RecordPart) {
  return [...lines, ...proses].map(({ field }) => field)
}

function hasLive(all: ReadonlyMap<string, { readonly removed?: Parameters<typeof isLive>[0]['removed'] }>): boolean {
  return [...all.values()].some(isLive)
}
