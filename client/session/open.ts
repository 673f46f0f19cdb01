import type { Me } from '../../shared/api/boards.ts'
import type { Command } from '../../shared/api/commands.ts'
import { askingIn } from './asking.ts'
import { assemble } from './assemble.ts'
import type { BoardSession } from './board-session.ts'
import { openClock } from './clock.ts'
import type { Attachment } from './connection/attachment.ts'
import type { ConnectionOptions } from './connection/connection.ts'
import { openSavedSign } from './connection/saved-sign.ts'
import { openCopyBook } from './device/copy-book.ts'
import { keepsDocuments } from './device/probe.ts'
import { browserEnvironment, type SessionEnvironment } from './environment.ts'
import { keepTexts } from './keep.ts'
import { listenToPage } from './page-events.ts'
import { openRecovery } from './recovery.ts'
import { reapply } from './salvage/reapply.ts'
import { keepUnsaved } from './salvage/unsaved.ts'
import type { EndedBecause } from './saved-state.ts'
import { cell, derived, type Watched } from './watched.ts'

export interface OpenOptions {
  readonly boardId: string
  readonly me: Me
  /** As the server gave it with the board. */
  readonly epoch: string
  /** Of the server, such as `https://review.example.org`. */
  readonly origin: string
  readonly environment?: SessionEnvironment | undefined
}

/** Opens a board: resolves once there is something to show, from this device or from the server. */
export async function openBoardSession(options: OpenOptions): Promise<BoardSession> {
  const { boardId, me, origin } = options
  const environment = options.environment ?? browserEnvironment()
  const { storage, now, newId, timers, server } = environment
  let epoch = options.epoch

  const keepsCopy = await keepsDocuments(environment.indexedDB, timers)
  const book = openCopyBook(keepsCopy ? storage : null, boardId, now)
  const unsaved = keepUnsaved(storage, boardId, me.id)
  const ended = cell<EndedBecause | null>(null)
  const clock = openClock(environment, async () => {
    const answer = await server.getTime()
    return answer.allowed ? answer.value.now : null
  })

  const ask: ConnectionOptions['ask'] = async () => {
    const answer = await server.getBoard(boardId)
    if (!answer.allowed) return refusals[answer.reason.status] ?? 'no-answer'
    if (answer.value.me.id !== me.id) return 'no-identity'
    void clock.measure()
    const isSameEpoch = answer.value.board.epoch === epoch
    epoch = answer.value.board.epoch
    return isSameEpoch ? 'welcome' : 'other-epoch'
  }
  // Asked while the device's copy is read, so that it costs no time.
  const early = [ask()]
  const recovery = openRecovery({
    boardId,
    origin,
    me,
    keepsCopy,
    book,
    unsaved,
    ended,
    environment,
    ask: () => early.pop() ?? ask(),
    epoch: () => epoch,
  })
  const live = await recovery.start((first) => cell<Attachment>(first))
  const documents = derived(live, (attachment) => attachment.copy.documents)
  const awareness = derived(live, (attachment) => attachment.awareness)
  const parts = assemble({ me, documents, awareness, now: clock.now, newId, timers })
  const sign = openSavedSign(live, ended, environment)
  const stopListening = listenToPage(environment.window, boardId, {
    network: sign.hasNetwork,
    returned: () => live.get().connection.hurry(),
    away: (away) => parts.presence.set({ away }),
    leaving: () => {
      if (live.get().connection.state.get().isSaved) live.get().copy.confirm()
    },
    otherTab: () => void recovery.follow(),
  })

  void recovery.sweep()
  void firstSync(live).then(recovery.adoptOrphans)
  await somethingToShow(live, ended)

  return {
    boardId,
    me,
    ...parts,
    saved: sign,
    clock,
    kept: keepTexts(storage, boardId, me.id),
    unsaved: {
      list: unsaved.list,
      letGo: unsaved.letGo,
      tryAgain: () => {
        const onto = documents.get()
        unsaved.keep(reapply(unsaved.takeAll(), onto, askingIn(onto.board, me)), onto)
      },
    },
    command: (command) => server.sendCommand(boardId, ordered(command, parts.view.session.get().phase, newId())),
    close: async () => {
      stopListening()
      sign.close()
      clock.close()
      parts.close()
      await live.get().close()
    },
  }
}

/** What an answer without a board means for the connection. */
const refusals: Readonly<Record<number, 'no-identity' | 'removed-from-board' | 'no-such-board'>> = {
  401: 'no-identity',
  403: 'removed-from-board',
  404: 'no-such-board',
}

/** Sent twice it is done once, and a second click on *Next* is not a second step. */
function ordered(command: Command, phase: string, id: string): Command {
  const once = { id, ...command }
  if (once.type !== 'phase.next' && once.type !== 'phase.go') return once
  return { from: phase, ...once }
}

function firstSync(live: Watched<Attachment>): Promise<void> {
  return until(
    (look) => live.get().connection.state.subscribe(look),
    () => live.get().connection.state.get().isSynced,
  )
}

/** A copy on this device is shown at once; else the server's, or the reason why there is none. */
function somethingToShow(live: Watched<Attachment>, ended: Watched<EndedBecause | null>): Promise<void> {
  const isThere = () => live.get().copy.documents.board.getMap('session').has('phase') || ended.get() !== null
  return until((look) => {
    const stops = [ended.subscribe(look), live.get().connection.state.subscribe(look)]
    return () => {
      for (const stop of stops) stop()
    }
  }, isThere)
}

function until(subscribe: (look: () => void) => () => void, isThere: () => boolean): Promise<void> {
  if (isThere()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      if (!isThere()) return
      stop()
      resolve()
    })
  })
}
