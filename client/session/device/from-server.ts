import { WebsocketProvider } from 'y-websocket'

/** Whether an update of this origin came from the server. */
export function isFromServer(origin: unknown): boolean {
  return origin instanceof WebsocketProvider
}
