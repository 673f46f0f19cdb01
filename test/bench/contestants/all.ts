import type { ContestantName, Start } from '../contestant.ts'
import { startHindsight } from './hindsight.ts'
import { startHocuspocus, startRelay, startYWebsocketServer } from './peers.ts'

/** How each contestant is started; `here` and `before` are checkouts of Hindsight that were built. */
export function contestants(here: string, before: string): Readonly<Record<ContestantName, Start>> {
  return {
    hindsight: (folder, options) => startHindsight(here, folder, options),
    before: (folder, options) => startHindsight(before, folder, options),
    relay: startRelay,
    'y-websocket-server': startYWebsocketServer,
    hocuspocus: startHocuspocus,
  }
}
