import { Eye, Hand, Users } from 'lucide-react'
import { Suspense, useEffect, useState } from 'react'
import type { Person } from '../../../shared/review/people.ts'
import { lazily } from '../../ui/lazily.ts'
import { loadAhead } from '../../ui/load-ahead.ts'
import { Popover } from '../../ui/Popover.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { PersonButton, PersonMenu } from './PersonButton.tsx'
import { useEverybody } from './use-everybody.ts'

const PeopleList = lazily(async () => (await import('./PeopleList.tsx')).PeopleList)
const RoomDialog = lazily(async () => (await import('./RoomDialog.tsx')).RoomDialog)
const RemovePerson = lazily(async () => (await import('./RemovePerson.tsx')).RemovePerson)

/** How many faces fit before the rest goes into the list. */
const faces = 5

/** Who is here: faces where there is room, and the whole list one click away; observers apart. */
export function PeopleBar() {
  const everybody = useEverybody()
  useEffect(() => loadAhead(PeopleList.preload, PersonMenu.preload), [])
  const [isOpen, setOpen] = useState(false)
  useShortcut('p', 'See who is here', () => setOpen(true), { group: 'Board' })
  const [forRoom, setForRoom] = useState<Person | null>(null)
  const [removing, setRemoving] = useState<Person | null>(null)
  const shown = everybody.taking.filter(({ standing }) => standing !== 'absent').slice(0, faces)
  const hands = everybody.taking.filter(({ standing }) => standing === 'hand').length
  const watching = everybody.observing.filter(({ standing }) => standing !== 'absent').length

  return (
    <div className="flex items-center gap-1">
      <ul aria-label="Here now" className="flex items-center max-xl:hidden">
        {shown.map((each) => (
          <li key={each.person.id}>
            <PersonButton attendance={each} onRemove={setRemoving} onRoom={setForRoom} />
          </li>
        ))}
      </ul>
      <Popover
        title="People"
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <button
            type="button"
            className="tap flex h-9 items-center justify-center gap-1.5 rounded-md px-2 text-ink-soft transition-colors hover:bg-ink/7 hover:text-ink"
          >
            {hands > 0 && (
              <span className="flex items-center gap-1 text-amber xl:hidden">
                <Hand aria-hidden="true" className="size-4" />
                <span className="tabular">
                  {hands}
                  <span className="sr-only"> {hands === 1 ? 'hand' : 'hands'} up,</span>
                </span>
              </span>
            )}
            <Users aria-hidden="true" className="size-4" />
            <span className="tabular">
              {everybody.here}
              <span className="sr-only"> {everybody.here === 1 ? 'person' : 'people'} here</span>
            </span>
            {watching > 0 && (
              <>
                <Eye aria-hidden="true" className="ml-0.5 size-4" />
                <span className="tabular">
                  {watching}
                  <span className="sr-only"> watching</span>
                </span>
              </>
            )}
          </button>
        }
      >
        <Suspense>
          <PeopleList everybody={everybody} onRemove={setRemoving} onRoom={setForRoom} />
        </Suspense>
      </Popover>
      {forRoom && (
        <Suspense>
          <RoomDialog person={forRoom} onClose={() => setForRoom(null)} />
        </Suspense>
      )}
      {removing && (
        <Suspense>
          <RemovePerson person={removing} onClose={() => setRemoving(null)} />
        </Suspense>
      )}
    </div>
  )
}
