import type { Budget } from '../../../shared/review/entries.ts'
import { limits } from '../../../shared/review/settings.ts'
import { Field } from '../../ui/Field.tsx'
import { NumberInput } from '../../ui/NumberInput.tsx'

/** What each voter has to give. */
export function BudgetFields({
  budget,
  onChange,
}: {
  readonly budget: Budget
  readonly onChange: (budget: Budget) => void
}) {
  return (
    <div className="grid grid-cols-2 gap-4">
      <Field label="Votes per person">
        <NumberInput value={budget.votes} range={limits.votes} onChange={(votes) => onChange({ ...budget, votes })} />
      </Field>
      <Field label="At most on one">
        <NumberInput
          value={budget.maxPerTarget}
          range={limits.maxPerTarget}
          onChange={(maxPerTarget) => onChange({ ...budget, maxPerTarget })}
        />
      </Field>
    </div>
  )
}
