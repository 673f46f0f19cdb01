import type { ContestantName, Start } from '../contestant.ts'
import { startHindsight } from './hindsight.ts'
import { startHocuspocusNodes, startNodes } from './nodes.ts'
import { startHocuspocus, startRelay, startYWebsocketServer } from './peers.ts'

/** How each contestant is started; `here` and `before` are checkouts of Hindsight that were built. */
export function contestants(here: string, before: string): Readonly<Record<ContestantName, Start>> {
  return {
    hindsight: (folder, options) => startHindsight(here, folder, options),
    before: (folder, options) => startHindsight(before, folder, options),
    relay: startRelay,
    'y-websocket-server': startYWebsocketServer,
    hocuspocus: startHocuspocus,
    'one node': startNodes(here, { count: 1, isApart: false }),
    'two nodes': startNodes(here, { count: 2, isApart: false }),
    'three nodes': startNodes(here, { count: 3, isApart: false }),
    'two nodes apart': startNodes(here, { count: 2, isApart: true }),
    'three nodes apart': startNodes(here, { count: 3, isApart: true }),
    'hocuspocus, one node': startHocuspocusNodes(1),
    'hocuspocus, three nodes': startHocuspocusNodes(3),
  }
}
