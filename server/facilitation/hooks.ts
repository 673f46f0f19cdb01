import { readFlat } from '../../shared/document/read.ts'
import { schemaVersion } from '../../shared/document/schema.ts'
import { createFlatTexts, setFlat } from '../../shared/document/write.ts'
import type { BoardHooks } from '../rooms/live-board.ts'
import { moveOnWhenAllDone } from './agenda-clock.ts'
import { followApproval } from './approval.ts'
import { attribute } from './attribution.ts'
import { carryOver } from './carry-over.ts'
import { changesOf, followUp } from './changes.ts'
import type { FacilitationDeps } from './deps.ts'
import { followLead, hasDeputy } from './leading.ts'
import { progressOn } from './progress.ts'
import { publishDue } from './publish.ts'
import { followBallots } from './rounds.ts'

/** What facilitation does as a board lives: migrate it, publish what people hand in, keep the public counts right. */
export function facilitationHooks(deps: FacilitationDeps): BoardHooks {
  return {
    loaded(live, writer) {
      if (readFlat(writer.board, 'session').schema < schemaVersion) {
        createFlatTexts(writer.board)
        setFlat(writer.board, 'session', { schema: schemaVersion })
      }
      publishDue(live, writer, 'batch', deps)
      followBallots(live, writer)
      changesOf(writer.board)
      followApproval(live, writer.board, null, deps)
    },
    boardChanged(live, by) {
      const changed = changesOf(live.doc)
      if (changed.size === 0) return
      live.doc.transact(() => {
        attribute(live.doc, changed, by, deps.now())
        followApproval(live, live.doc, by, deps)
      }, followUp)
    },
    deskChanged(live, writer, change) {
      publishDue(live, writer, 'batch', deps)
      carryOver(live, writer, change, deps)
      followBallots(live, writer)
      moveOnWhenAllDone(live, writer, deps)
    },
    taken(live, hasOwn) {
      changesOf(live.doc)
      if (hasOwn) live.doc.transact(() => followApproval(live, live.doc, null, deps), followUp)
    },
    isAwaited: hasDeputy,
    attended: (live, writer, here) => followLead(live, writer, here, deps),
    progress: progressOn,
  }
}
