import { usePanels } from '../../session/panels.tsx'
import { ActionList, useLacking } from './ActionList.tsx'

/** All actions beside the board, in any phase. */
export function ActionsPanel() {
  const { focus } = usePanels()
  const lacking = useLacking()
  return (
    <>
      {lacking !== null && <p className="mb-3 text-sm text-amber">{lacking}.</p>}
      <ActionList focus={focus} />
    </>
  )
}
