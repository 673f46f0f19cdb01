import type { SessionEnvironment } from '../environment.ts'
import { sameMembers } from '../equal.ts'
import { differences } from '../salvage/differences.ts'
import { type EndedBecause, type SavedState, type Since, savedStateOf, sinceNow } from '../saved-state.ts'
import { cell, type Unsubscribe, type Watched } from '../watched.ts'
import type { Attachment } from './attachment.ts'

export interface SavedSign extends Watched<SavedState> {
  /** The browser says whether it has a network. */
  hasNetwork(has: boolean): void
  close(): void
}

const lookAgainMs = 1000
const countAfterMs = 150

/** The one honest sign of safety, over the connection that the session has now. */
export function openSavedSign(
  live: Watched<Attachment>,
  ended: Watched<EndedBecause | null>,
  { now, timers }: Pick<SessionEnvironment, 'now' | 'timers'>,
): SavedSign {
  let hasNoNetwork = false
  let since: Since = { isReached: false, isSaved: false, at: now() }
  let next: { readonly at: number; readonly cancel: () => void } | undefined
  let stopHearing: Unsubscribe = () => {}

  const read = (): SavedState => {
    const { connection, copy } = live.get()
    const { isUp, isSaved, wasEverUp, turnedAway } = connection.state.get()
    // A server that has just answered is there, whatever the browser thinks of its network.
    if (isSaved && !since.isSaved) hasNoNetwork = false
    since = sinceNow(since, { isUp, isSaved, hasNoNetwork }, now())
    const waiting = () => differences(copy.base, copy.documents).length
    const sinceMs = now() - since.at
    return savedStateOf({
      keepsCopy: copy.isKept.get(),
      ended: ended.get(),
      isUp,
      isSaved,
      wasEverUp,
      turnedAway,
      sinceMs,
      hasNoNetwork,
      waiting,
    })
  }
  const sign = cell<SavedState>({ state: 'connecting', keepsCopy: live.get().copy.isKept.get() }, sameMembers)
  const look = () => {
    next?.cancel()
    next = undefined
    sign.set(read())
    if (sign.get().state !== 'saved' && sign.get().state !== 'refused') lookIn(lookAgainMs)
  }
  const lookIn = (ms: number) => {
    const at = now() + ms
    if (next !== undefined && next.at <= at) return
    next?.cancel()
    next = { at, cancel: timers.after(ms, look) }
  }
  const written = () => {
    if (!live.get().connection.state.get().isSaved) lookIn(countAfterMs)
  }
  const hear = () => {
    stopHearing()
    const { connection, copy } = live.get()
    const stops = [connection.state.subscribe(look), copy.isKept.subscribe(look)]
    copy.documents.board.on('update', written)
    copy.documents.desk.on('update', written)
    stopHearing = () => {
      for (const stop of stops) stop()
      copy.documents.board.off('update', written)
      copy.documents.desk.off('update', written)
    }
    look()
  }
  const stops = [live.subscribe(hear), ended.subscribe(look)]
  hear()

  return {
    get: sign.get,
    subscribe: sign.subscribe,
    hasNetwork: (has) => {
      hasNoNetwork = !has
      look()
    },
    close: () => {
      next?.cancel()
      stopHearing()
      for (const stop of stops) stop()
    },
  }
}
