import { WebSocket } from 'ws'
import { closeCodes } from '../../shared/protocol/close-codes.ts'

const tooLargeByProtocol = 1009

/** Says in our own words that a message was too large: at 1009 `y-websocket` would come back with it for ever. */
export class FrankWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === tooLargeByProtocol) super.close(closeCodes.tooLarge, 'too-large')
    else super.close(code, reason)
  }
}
