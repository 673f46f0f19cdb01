import { useFlat, useMe, useSessionFacts } from '../session/hooks.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { Popover } from '../ui/Popover.tsx'
import { severityTone } from '../ui/severity-tone.ts'
import { useOpenDialog } from './board-dialogs.tsx'

/** The title in two lines; pressed, all of it, with what there is no room for on a phone. */
export function WholeTitle({ title }: { readonly title: string }) {
  const severity = useFlat('incident', (record) => record.severity ?? null)
  const isClosed = useSessionFacts((facts) => facts.status === 'closed')
  const leads = useMe().role === 'facilitator'
  const open = useOpenDialog()
  return (
    <Popover
      title={title}
      quietTitle
      align="start"
      trigger={
        <button type="button" className="tap flex min-w-0 items-center rounded-md text-left">
          <span className="line-clamp-2 min-w-0 leading-tight font-semibold text-pretty break-words">{title}</span>
        </button>
      }
    >
      <p className="mb-2 max-w-80 font-semibold wrap-anywhere">{title}</p>
      <div className="flex max-w-80 flex-wrap items-center gap-2">
        {severity && <Badge tone={severityTone(severity)}>{severity}</Badge>}
        {isClosed && <Badge>Finished</Badge>}
        {leads && (
          <Button size="sm" onClick={() => open('rename')}>
            Rename
          </Button>
        )}
      </div>
    </Popover>
  )
}
