import { BookOpenText, FileText, ListChecks } from 'lucide-react'
import { isOpenAction } from '../../shared/review/proof.ts'
import { useEntries, usePhase } from '../session/hooks.ts'
import { type PanelName, usePanels } from '../session/panels.tsx'
import { classes } from '../ui/classes.ts'
import { useShortcut } from '../ui/shortcuts.tsx'

/** Opens and closes the drawers; `isBar`: as the tabs of a phone's bottom bar. */
export function PanelButtons({ isBar = false }: { readonly isBar?: boolean }) {
  const panels = usePanels()
  const { kind } = usePhase()
  const isWritten = kind === 'act' || kind === 'close' || panels.shown === 'report'
  const open = useEntries('actions', (all) => [...all.values()].filter(isOpenAction).length)
  const toggle = (panel: PanelName) => (panels.shown === panel ? panels.close() : panels.open(panel))
  useShortcut('i', 'Show or hide the incident', () => toggle('incident'), { group: 'Board', enabled: !isBar })
  useShortcut('Shift+A', 'Show or hide the actions', () => toggle('actions'), { group: 'Board', enabled: !isBar })

  useShortcut('Shift+R', 'Show or hide the report', () => toggle('report'), { group: 'Board', enabled: !isBar })

  const look = classes(
    'flex items-center justify-center rounded-md text-ink-soft transition-colors hover:bg-ink/7 hover:text-ink',
    'aria-pressed:bg-ink/8 aria-pressed:text-ink',
    isBar ? 'min-h-13 flex-1 flex-col gap-0.5 text-sm [&_svg]:size-5' : 'tap h-9 gap-1.5 px-2.5 [&_svg]:size-4',
  )
  return (
    <>
      <button
        type="button"
        aria-pressed={panels.shown === 'incident'}
        onClick={() => toggle('incident')}
        className={look}
      >
        <FileText aria-hidden="true" />
        <span className={isBar ? '' : 'max-xl:sr-only'}>Incident</span>
      </button>
      <button
        type="button"
        aria-pressed={panels.shown === 'actions'}
        onClick={() => toggle('actions')}
        className={look}
      >
        <ListChecks aria-hidden="true" />
        <span className={isBar ? '' : 'max-xl:sr-only'}>Actions{isBar && open > 0 && ` ${open}`}</span>
        {!isBar && open > 0 && (
          <span className="tabular">
            {open}
            <span className="sr-only"> open</span>
          </span>
        )}
      </button>
      {isWritten && !isBar && (
        <button
          type="button"
          aria-pressed={panels.shown === 'report'}
          onClick={() => toggle('report')}
          className={look}
        >
          <BookOpenText aria-hidden="true" />
          <span className="max-xl:sr-only">Report</span>
        </button>
      )}
    </>
  )
}
