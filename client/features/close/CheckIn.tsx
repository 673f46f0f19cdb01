import { Plus, X } from 'lucide-react'
import { horizonTitles, reviewRhythm } from '../../../shared/review/action.ts'
import { addDays } from '../../../shared/review/calendar.ts'
import { missingCheckIns } from '../../../shared/review/check-in.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { compareText } from '../../../shared/review/rank.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useSession } from '../../session/context.tsx'
import { sameJson, sameMembers } from '../../session/equal.ts'
import { useClockNow, useEntries, useEntry, useMay, useText } from '../../session/hooks.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { DateInput } from '../../ui/DateInput.tsx'
import { toast } from '../../ui/toast.ts'

/** The day on which somebody asks whether the actions are done. It is in the calendar file. */
export function CheckIn() {
  const ids = useEntries('checkIns', (all) =>
    [...all.values()]
      .filter(isLive)
      .sort((a, b) => compareText(a.on, b.on) || compareText(a.id, b.id))
      .map((checkIn) => checkIn.id),
  )
  const mayAdd = useMay().create('checkIns').allowed
  return (
    <>
      <ul className="space-y-2">
        {ids.map((id) => (
          <Planned key={id} id={id} mayEdit={mayAdd} />
        ))}
      </ul>
      {ids.length === 0 && !mayAdd && <p className="text-ink-soft">No check-in is planned.</p>}
      {mayAdd && <NewCheckIn isFirst={ids.length === 0} />}
      {mayAdd && <CheckInsByHorizon />}
      <p className="mt-2 text-sm text-ink-soft">It goes into the calendar file together with the due dates.</p>
    </>
  )
}

const offers = [
  { label: 'In a week', days: 7 },
  { label: 'In two weeks', days: 14 },
  { label: 'In four weeks', days: 28 },
  { label: 'In a quarter', days: 91 },
] as const

/** One more is as easily planned as the first: of a horizon, of all, a quarter later. */
function NewCheckIn({ isFirst }: { readonly isFirst: boolean }) {
  const { verbs } = useSession()
  const today = new Date(useClockNow(60_000)).toISOString().slice(0, 10)
  const add = (on: string) => verbs.addCheckIn({ on })
  return (
    <div className={classes('flex flex-wrap items-center gap-2', !isFirst && 'mt-3')}>
      {!isFirst && <span className="text-ink-soft">Once more</span>}
      {offers.map(({ label, days }) => (
        <Button key={days} size={isFirst ? 'md' : 'sm'} onClick={() => add(addDays(today, days))}>
          {label}
        </Button>
      ))}
      <span className="text-ink-soft">or on</span>
      <DateInput
        label="Day of the check-in"
        value={null}
        onCommit={(on) => on !== null && add(on)}
        className="w-auto!"
      />
    </div>
  )
}

/** Actions that are due soon are looked at sooner than those that take months. */
function CheckInsByHorizon() {
  const { verbs } = useSession()
  const today = new Date(useClockNow(60_000)).toISOString().slice(0, 10)
  const checkIns = useEntries('checkIns', (all) => [...all.values()], sameMembers)
  const missing = useEntries('actions', (all) => missingCheckIns([...all.values()], checkIns, today), sameJson)
  if (missing.length === 0) return null
  return (
    <ul className="mt-3 flex flex-wrap gap-2">
      {missing.map(({ horizon, on }) => (
        <li key={horizon}>
          <Button size="sm" icon={<Plus />} onClick={() => verbs.addCheckIn({ on, horizon })}>
            {horizonTitles[horizon]}, {reviewRhythm[horizon]}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function Planned({ id, mayEdit }: { readonly id: string; readonly mayEdit: boolean }) {
  const { verbs } = useSession()
  const checkIn = useEntry('checkIns', id)
  const what = useText('checkIns', id, 'what')
  if (checkIn === undefined || what === undefined) return null
  const remove = () => {
    if (!verbs.removeEntry('checkIns', id).allowed) return
    toast({
      title: 'Removed the check-in',
      action: { label: 'Undo', onClick: () => verbs.restoreEntry('checkIns', id) },
    })
  }
  return (
    <li className="flex flex-wrap items-center gap-2">
      <input
        type="checkbox"
        aria-label="This check-in is done"
        checked={checkIn.done === true}
        disabled={!mayEdit}
        onChange={(event) => verbs.setCheckIn(id, { done: event.target.checked })}
        className="size-4 accent-ink"
      />
      <DateInput
        label="Day of the check-in"
        value={checkIn.on}
        disabled={!mayEdit}
        onCommit={(on) => on !== null && verbs.setCheckIn(id, { on })}
        className="w-auto!"
      />
      <CollaborativeText
        handle={what}
        label="What is checked"
        placeholder={checkIn.horizon ? horizonTitles[checkIn.horizon] : 'Are the actions done, and did they help?'}
        readOnly={!mayEdit}
        className="field-box w-auto! min-w-56 flex-1 field-sizing-content resize-none"
      />
      {mayEdit && <IconButton size="sm" label="Remove the check-in" icon={<X />} onClick={remove} />}
    </li>
  )
}
