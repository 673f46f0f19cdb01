import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { syncPath } from '../../shared/api/paths.ts'
import { decodeFrame, savedType } from '../../shared/protocol/frames.ts'

export interface Closed {
  readonly code: number
  readonly reason: string
}

/** A program that knows `y-websocket` and nothing of Hindsight: one document over one provider. */
export interface PlainClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Resolves once the server's state is here. */
  synced(): Promise<void>
  /** Resolves once the server has called safe all that was said on the connection of now. */
  saved(): Promise<void>
  /** Resolves once something arrives that makes this true. */
  sees(isSo: (doc: Y.Doc) => boolean): Promise<void>
  /** Every frame received, on all connections; none where there is a witness. */
  readonly frames: readonly Buffer[]
  /** All of them as text in which any words in them can be found. */
  received(): string
  /** Resolves when the server closes a connection. */
  readonly closed: Promise<Closed>
  /** The socket of now, for what a provider would not do. */
  socket(): WebSocket
  close(): void
}

/** Hears what goes over a client's connections, instead of the client keeping every frame. */
export interface Witness {
  /** A new connection: messages are counted anew. */
  connecting(): void
  /** A document-changing message went out. */
  sent(update: Uint8Array): void
  /** The first so many messages of this connection are called safe. */
  saved(count: number): void
  received(update: Uint8Array): void
  /** The server wants no more of this client. */
  refused(closed: Closed): void
}

export interface PlainClientOptions {
  readonly origin: string
  readonly cookie: string
  /** `<board>` or `<board>/desk`. */
  readonly room: string
  readonly params?: Record<string, string>
  readonly headers?: Record<string, string>
  readonly doc?: Y.Doc
  readonly witness?: Witness
}

/** What a connection has sent and been told, counted at its socket. */
class Ledger {
  sent = 0
  hasSentStep2 = false
  saved = 0

  get isSaved(): boolean {
    return this.hasSentStep2 && this.saved >= this.sent
  }
}

export function openPlainClient({
  origin,
  cookie,
  room,
  params = {},
  headers = {},
  doc = new Y.Doc(),
  witness,
}: PlainClientOptions): PlainClient {
  const frames: Buffer[] = []
  const waiting = new Set<() => void>()
  const look = () => {
    for (const each of waiting) each()
  }
  let ledger = new Ledger()
  let ended: (closed: Closed) => void = () => {}
  const closed = new Promise<Closed>((resolve) => {
    ended = resolve
  })

  const hear = (bytes: Buffer) => {
    if (!witness) frames.push(bytes)
    const frame = witness && decodeFrame(bytes)
    if (frame?.type === 'step-2' || frame?.type === 'update') witness?.received(frame.update)
  }

  class CountingSocket extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { Cookie: cookie, ...headers } })
      ledger = new Ledger()
      witness?.connecting()
      this.on('message', (data: Buffer | ArrayBuffer) => hear(Buffer.from(new Uint8Array(data))))
      this.on('close', (code, reason) => ended({ code, reason: reason.toString() }))
    }

    override send(data: Uint8Array): void {
      const frame = decodeFrame(data)
      if (frame?.type === 'step-2' || frame?.type === 'update') {
        ledger.sent += 1
        witness?.sent(frame.update)
      }
      if (frame?.type === 'step-2') ledger.hasSentStep2 = true
      super.send(data)
    }
  }

  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}${syncPath}`, room, doc, {
    disableBc: true,
    params,
    maxBackoffTime: 300,
    WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
  })
  provider.messageHandlers[savedType] = (_encoder, decoder) => {
    ledger.saved = decoding.readVarUint(decoder)
    witness?.saved(ledger.saved)
    look()
  }
  doc.on('afterTransaction', look)
  provider.on('sync', look)
  provider.on('closed', (closed) => witness?.refused(closed))
  // On a socket that is closing nothing is said any more: what is written then waits for the next one.
  const isOpen = () => provider.wsconnected && provider.ws?.readyState === provider.ws?.OPEN
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!isSo()) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })

  return {
    doc,
    provider,
    closed,
    frames,
    synced: () => until(() => provider.synced),
    saved: () => until(() => isOpen() && ledger.isSaved),
    sees: (isSo) => until(() => isSo(doc)),
    received: () => Buffer.concat(frames).toString('utf8'),
    socket() {
      const socket: unknown = provider.ws
      if (!(socket instanceof WebSocket)) throw new Error('not connected')
      return socket
    },
    close: () => {
      provider.destroy()
      provider.awareness.destroy()
    },
  }
}
