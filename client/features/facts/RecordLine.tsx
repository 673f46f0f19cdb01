import { recordTitles } from '../../../shared/incident/record-titles.ts'
import { useSession } from '../../session/context.tsx'
import { useFlat } from '../../session/hooks.ts'
import { useMayEditRecord } from '../../session/use-may-edit.ts'
import { LineInput, WrappingInput } from '../../ui/LineInput.tsx'
import { FieldHead, useFieldIds } from './FieldHead.tsx'
import type { LineField } from './record-parts.ts'
import { useShownIn } from './use-shown-in.ts'

const mostCounted = 100_000_000_000

/** One short fact of the record. */
export function RecordLine({
  field,
  placeholder,
  isNumber,
  longest = 200,
  autoFocus,
}: LineField & { readonly autoFocus?: boolean }) {
  const { verbs } = useSession()
  const mayEdit = useMayEditRecord()
  const value = useFlat('incident', (incident) => incident[field] ?? '')
  const ids = useFieldIds()
  const place = `field:${field}`
  const commit = (typed: string) => {
    if (isNumber !== true) verbs.setIncident({ [field]: typed })
    else if (typed === '') verbs.setIncident({ [field]: null })
    else verbs.setIncident({ [field]: Math.min(mostCounted, Math.max(0, Math.round(Number(typed)))) })
  }
  const props = {
    id: ids.field,
    'aria-describedby': ids.change,
    value: String(value),
    disabled: !mayEdit,
    placeholder: mayEdit ? placeholder : '',
    autoFocus: autoFocus ?? false,
    onCommit: commit,
    className: 'tabular disabled:border-transparent! disabled:bg-transparent! disabled:px-0! disabled:opacity-100!',
  }
  return (
    <div className="group/field min-w-0" {...useShownIn(place)}>
      <FieldHead title={recordTitles[field]} place={place} part={field} describedBy={ids.change} labelFor={ids.field} />
      {isNumber ? (
        <LineInput {...props} type="number" min={0} step={1} />
      ) : (
        <WrappingInput {...props} maxLength={longest} />
      )}
    </div>
  )
}
