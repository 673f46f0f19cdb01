import type { EventTokenFacts } from '../../../shared/api/events.ts'
import { instantOf } from '../../../shared/incident/moment.ts'
import { usePerson } from '../../session/hooks.ts'
import { myZone } from '../../session/my-zone.ts'
import { momentText } from '../../session/time/times-text.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'

/** The token itself, as long as it is known; afterwards who made it, and when. */
export function MadeBy({ facts, token }: { readonly facts: EventTokenFacts; readonly token: string | null }) {
  const name = usePerson(facts.by)?.name ?? 'somebody'
  if (token === null)
    return (
      <p className="tabular text-ink-soft">
        {name} made the token on {momentText(instantOf(facts.madeAt), myZone())}. It was shown then and can’t be shown
        again; make a new one if it is lost.
      </p>
    )
  return (
    <Field label="Token" hint="Keep it where your tools keep their secrets. It is shown this once.">
      <div className="flex gap-2">
        <TextInput
          readOnly
          value={token}
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1 font-mono text-sm"
        />
        <CopyButton text={token} label="Copy" variant="primary" />
      </div>
    </Field>
  )
}
