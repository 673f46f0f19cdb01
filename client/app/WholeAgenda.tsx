import { AgendaList } from '../features/agenda/AgendaList.tsx'
import { TimerSound } from '../features/timer/TimerSound.tsx'
import { useMe } from '../session/hooks.ts'
import { Button } from '../ui/Button.tsx'
import { useOpenDialog } from './board-dialogs.tsx'

/** What opens from the step that runs. */
export function WholeAgenda() {
  const isFacilitator = useMe().role === 'facilitator'
  const open = useOpenDialog()
  return (
    <>
      <AgendaList />
      <TimerSound />
      {isFacilitator && (
        <Button size="sm" className="mt-3 w-full" onClick={() => open('agenda')}>
          Change the agenda
        </Button>
      )}
    </>
  )
}
