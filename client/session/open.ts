import type { Me } from '../../shared/api/boards.ts'
import type { Command } from '../../shared/api/commands.ts'
import { assemble } from './assemble.ts'
import type { BoardSession } from './board-session.ts'
import { openClock } from './clock.ts'
import type { Attachment } from './connection/attachment.ts'
import { openReception } from './connection/reception.ts'
import { openSavedSign } from './connection/saved-sign.ts'
import { copyBookKey, openCopyBook } from './device/copy-book.ts'
import { browserEnvironment, type SessionEnvironment } from './environment.ts'
import { keepTexts } from './keep.ts'
import { listenToPage } from './page-events.ts'
import { openRecovery } from './recovery.ts'
import { openPutBack } from './salvage/put-back.ts'
import { keepUnsaved } from './salvage/unsaved.ts'
import type { EndedBecause } from './saved-state.ts'
import { unsentChanges } from './unsent.ts'
import { firstSync, hearUpdates, somethingToShow } from './waiting.ts'
import { cell, derived } from './watched.ts'

export interface OpenOptions {
  readonly boardId: string
  readonly me: Me
  /** As the server gave it with the board. */
  readonly epoch: string
  /** It has just said so: it is not asked again before the first connection. */
  readonly isWelcome?: boolean
  /** Of the server, such as `https://review.example.org`. */
  readonly origin: string
  readonly environment?: SessionEnvironment | undefined
}

/** Opens a board: resolves once there is something to show, from this device or from the server. */
export async function openBoardSession(options: OpenOptions): Promise<BoardSession> {
  const { boardId, me, origin } = options
  const environment = options.environment ?? browserEnvironment()
  const { storage, now, newId, timers, server } = environment
  const book = openCopyBook(storage, boardId, now)
  const formerly = book.people().filter((person) => person !== me.id)
  const mine = { storage, boardId, person: me.id, formerly }
  const unsaved = keepUnsaved(mine)
  const putBack = openPutBack(me, unsaved)
  const kept = keepTexts(mine)
  const ended = cell<EndedBecause | null>(null)
  const clock = openClock(environment, async () => {
    const answer = await server.getTime()
    return answer.allowed ? answer.value.now : null
  })

  const reception = openReception({
    me: me.id,
    epoch: options.epoch,
    getBoard: () => server.getBoard(boardId),
    answered: () => void clock.measure(),
  })
  // Asked while the device's copy is read, so that it costs no time.
  const early = [options.isWelcome ? Promise.resolve('welcome' as const) : reception.ask()]
  if (options.isWelcome) void clock.measure()
  const recovery = openRecovery({
    boardId,
    origin,
    me,
    book,
    putBack,
    ended,
    environment,
    ask: () => early.pop() ?? reception.ask(),
    epoch: reception.epoch,
  })
  const live = await recovery.start((first) => cell<Attachment>(first))
  const documents = derived(live, (attachment) => attachment.copy.documents)
  const awareness = derived(live, (attachment) => attachment.awareness)
  const parts = assemble({ me, documents, awareness, now: clock.now, newId, timers })
  const sign = openSavedSign(live, ended, environment)
  const unsent = unsentChanges({ storage, boardId, person: me.id, page: newId() }, live)
  const stopListening = listenToPage(environment.window, {
    network: sign.hasNetwork,
    returned: () => {
      void live.get().copy.catchUp()
      live.get().connection.hurry()
    },
    away: (away) => parts.presence.set({ away }),
    leaving: unsent.leave,
    wouldLose: () => !unsent.leave() || !kept.isKept() || !unsaved.isKept.get(),
    otherTab: (event) => {
      kept.heard(event)
      unsaved.heard(event)
      if (event.key === copyBookKey(boardId)) void recovery.follow()
    },
  })
  void recovery.sweep()
  void firstSync(live).then(async () => {
    putBack.write(unsent.take(), documents.get())
    await recovery.adoptOrphans()
  })
  const stopWelcoming = hearUpdates(documents, () => putBack.welcomeBack(documents.get()), timers)
  await somethingToShow(live, ended)

  return {
    boardId,
    me,
    ...parts,
    saved: sign,
    clock,
    kept,
    unsaved: { ...unsaved, tryAgain: () => putBack.tryAgain(documents.get()) },
    restored: putBack.restored,
    command: (command) => server.sendCommand(boardId, ordered(command, parts.view.session.get().phase, newId())),
    close: async () => {
      stopListening()
      stopWelcoming()
      unsent.close()
      sign.close()
      clock.close()
      parts.close()
      await live.get().close()
    },
  }
}

/** Sent twice it is done once, and a second click on *Next* is not a second step. */
function ordered(command: Command, phase: string, id: string): Command {
  const once = { id, ...command }
  if (once.type !== 'phase.next' && once.type !== 'phase.go') return once
  return { from: phase, ...once }
}
