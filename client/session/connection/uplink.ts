import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { messageAwareness, messageQueryAwareness, WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { savedType } from '../../../shared/protocol/frames.ts'
import { sameMembers } from '../equal.ts'
import { cell, type Watched } from '../watched.ts'
import { countingSocket } from './counting-socket.ts'

/** What is known of one document's connection. */
interface UplinkState {
  readonly isUp: boolean
  /** The server's copy has come over this connection. */
  readonly isSynced: boolean
  /** The server has everything of mine on disk, by its own word on this connection. */
  readonly isSaved: boolean
}

/** The connection of one document to the server; it does not reconnect by itself. */
export interface Uplink {
  readonly state: Watched<UplinkState>
  /** Connects, unless it is. */
  open(): void
  close(): void
  destroy(): void
}

export interface UplinkOptions {
  /** Such as `wss://review.example.org/sync`. */
  readonly url: string
  readonly room: string
  readonly schema: number
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly WebSocket: typeof WebSocket
  /** `code` is null where this side gave up, after 30 s of silence. */
  readonly closed: (code: number | null, reason: string) => void
}

/**
 * One socket of one document.
 *
 * @remarks
 * *Saved* is counted at the socket, since y-websocket does not say what it sends: nothing is saved before this
 * connection's own first step 2 has gone out, which holds whatever was written offline. [CLIENT1]
 */
export function openUplink(options: UplinkOptions): Uplink {
  const { doc, awareness } = options
  const state = cell<UplinkState>(down, sameMembers)
  let isWanted = false
  const count = { ...nothingSent }
  const provider = new WebsocketProvider(options.url, options.room, doc, {
    connect: false,
    disableBc: true,
    awareness,
    params: { schema: String(options.schema) },
    WebSocketPolyfill: countingSocket(options.WebSocket, (isStep2) => {
      count.sent += 1
      count.hasSentStep2 ||= isStep2
      show()
    }),
  })
  const show = () => {
    const { wsconnected: isUp, synced: isSynced } = provider
    const isSaved = isUp && isSynced && count.hasSentStep2 && !count.hasMissed && count.saved >= count.sent
    state.set({ isUp, isSynced, isSaved })
  }
  provider.messageHandlers[savedType] = (_encoder, decoder) => {
    count.saved = decoding.readVarUint(decoder)
    show()
  }
  provider.messageHandlers[messageQueryAwareness] = (encoder) => writeOwnState(encoder, awareness)
  provider.on('status', ({ status }) => {
    if (status === 'connecting') Object.assign(count, nothingSent)
    show()
  })
  provider.on('sync', show)
  provider.on('connection-close', (event) => {
    // Who may come back, and when, is decided for both documents together.
    provider.shouldConnect = false
    queueMicrotask(() => {
      show()
      if (isWanted) options.closed(event?.code ?? null, event?.reason ?? '')
    })
  })
  // A socket that is closing takes nothing more, before anyone is told that it closed.
  const written = (_update: Uint8Array, origin: unknown) => {
    if (origin === provider || (provider.wsconnected && provider.ws?.readyState === provider.ws?.OPEN)) return
    count.hasMissed = true
    show()
  }
  doc.on('update', written)
  const stopSharing = sendOnlyOwnState(provider, awareness)

  return {
    state,
    open: () => {
      isWanted = true
      provider.connect()
    },
    close: () => {
      isWanted = false
      provider.disconnect()
    },
    destroy: () => {
      isWanted = false
      stopSharing()
      doc.off('update', written)
      provider.destroy()
    },
  }
}

/** What went over a connection, as the server counts it too. */
const nothingSent = { sent: 0, saved: 0, hasSentStep2: false, hasMissed: false }

const down: UplinkState = { isUp: false, isSynced: false, isSaved: false }

/** The provider would send everyone's state on to everyone: with 50 people that is 50 frames for one moved cursor. */
function sendOnlyOwnState(provider: WebsocketProvider, awareness: Awareness): () => void {
  awareness.off('update', provider._awarenessUpdateHandler)
  const changed = (_clients: unknown, origin: unknown) => {
    if (origin !== 'local' || !provider.wsconnected || provider.ws?.readyState !== provider.ws?.OPEN) return
    const encoder = encoding.createEncoder()
    writeOwnState(encoder, awareness)
    provider.ws?.send(encoding.toUint8Array(encoder))
  }
  awareness.on('update', changed)
  return () => awareness.off('update', changed)
}

function writeOwnState(encoder: encoding.Encoder, awareness: Awareness): void {
  encoding.writeVarUint(encoder, messageAwareness)
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]))
}
