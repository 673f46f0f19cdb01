/**
 * A WebSocket that tells of each document-changing message it sends, as the server counts them: sync step 2 and update.
 */
export function countingSocket(Base: typeof WebSocket, sent: (isStep2: boolean) => void): typeof WebSocket {
  return class CountingSocket extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      const kind = kindOf(data)
      if (kind !== null) sent(kind === 'step-2')
    }
  }
}

/** By the first two bytes: 0 is sync, then 1 is step 2 and 2 an update. */
function kindOf(data: Parameters<WebSocket['send']>[0]): 'step-2' | 'update' | null {
  if (!(data instanceof Uint8Array) || data[0] !== 0) return null
  if (data[1] === 1) return 'step-2'
  return data[1] === 2 ? 'update' : null
}
