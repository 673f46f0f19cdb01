import type { Contestant, ContestantName } from '../contestant.ts'
import { hindsight } from './hindsight.ts'
import { hocuspocusServer, relay, yWebsocketServer } from './peers.ts'

export const contestants: Readonly<Record<ContestantName, Contestant>> = {
  hindsight,
  relay,
  'y-websocket-server': yWebsocketServer,
  hocuspocus: hocuspocusServer,
}
