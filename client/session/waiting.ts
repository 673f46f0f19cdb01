import type { Attachment } from './connection/attachment.ts'
import type { Timers } from './environment.ts'
import type { Documents } from './salvage/differences.ts'
import type { EndedBecause } from './saved-state.ts'
import { following, type Unsubscribe, type Watched } from './watched.ts'

/** Whichever attachment it is then: the first one may be replaced before it is synced. */
export function firstSync(live: Watched<Attachment>): Promise<void> {
  const state = following(live, ({ connection }) => connection.state)
  return until(
    (look) => [state.subscribe(look)],
    () => state.get().isSynced,
  )
}

/** A copy on this device is shown at once; else the server's, or the reason why there is none. */
export function somethingToShow(live: Watched<Attachment>, ended: Watched<EndedBecause | null>): Promise<void> {
  const state = following(live, ({ connection }) => connection.state)
  const isOver = () => ended.get() !== null && ended.get() !== 'putting-in-order'
  return until(
    (look) => [ended.subscribe(look), state.subscribe(look)],
    () => hasBoard(live.get()) || state.get().turnedAway !== null || isOver(),
  )
}

function hasBoard({ copy }: Attachment): boolean {
  return copy.documents.board.getMap('session').has('phase')
}

export function pause({ after }: Pick<Timers, 'after'>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    after(ms, resolve)
  })
}

/** Soon after each change of the board, by whomever, or after another copy came in its place; once for a moment. */
export function hearUpdates(documents: Watched<Documents>, run: () => void, { after }: Timers): Unsubscribe {
  let heard = documents.get().board
  let cancel: Unsubscribe | undefined
  const updated = () => {
    cancel ??= after(updatesPauseMs, () => {
      cancel = undefined
      run()
    })
  }
  const hear = () => {
    heard.off('update', updated)
    heard = documents.get().board
    heard.on('update', updated)
    updated() // what has changed before it was heard
  }
  hear()
  const stop = documents.subscribe(hear)
  return () => {
    stop()
    cancel?.()
    heard.off('update', updated)
  }
}

const updatesPauseMs = 300

function until(subscribe: (look: () => void) => readonly Unsubscribe[], isThere: () => boolean): Promise<void> {
  if (isThere()) return Promise.resolve()
  return new Promise((resolve) => {
    const stops = subscribe(() => {
      if (!isThere()) return
      for (const stop of stops) stop()
      resolve()
    })
  })
}
