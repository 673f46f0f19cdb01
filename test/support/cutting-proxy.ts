import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** A way to a server on this machine that fails when told. */
export interface CuttingProxy {
  /** The same address, by this way. */
  via(address: string): string
  /** The next time somebody says this, the connection is cut before the server hears it. */
  cutBefore(words: string): void
  /** The next time somebody says this, the connection is cut before they hear the answer. */
  cutAfter(words: string): void
  /** From now on nothing comes through, and nobody is told. */
  silence(): void
  /** From now on connections are cut, and new ones at once. */
  cut(): void
  /** From now on nobody takes what the server sends; it is kept on the way, until that is full. */
  stall(): void
  /** New connections work again; those that were silent or stalled are cut. */
  mend(): void
  close(): Promise<void>
}

export async function openCuttingProxy(to: string): Promise<CuttingProxy> {
  const port = Number(new URL(to).port)
  const open = new Set<Socket>()
  const farOf = new WeakMap<Socket, Socket>()
  let before: string | undefined
  let after: string | undefined
  let isSilent = false
  let isStalled = false
  let isCut = false

  const listener = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(port, '127.0.0.1')
    let isLost = false
    const end = () => {
      near.destroy()
      far.destroy()
      open.delete(near)
    }
    open.add(near)
    farOf.set(near, far)
    if (isStalled) far.pause()
    for (const socket of [near, far]) socket.on('error', end).on('close', end)
    near.on('data', (bytes) => {
      if (isSilent) return
      if (before !== undefined && bytes.includes(before)) {
        before = undefined
        end()
      } else {
        isLost ||= after !== undefined && bytes.includes(after)
        far.write(bytes)
      }
    })
    far.on('data', (bytes) => {
      if (isLost) {
        after = undefined
        end()
      } else if (!isSilent) near.write(bytes)
    })
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  const ours = typeof address === 'object' && address !== null ? address.port : 0

  return {
    via(url) {
      const moved = new URL(url)
      moved.port = String(ours)
      return moved.href
    },
    cutBefore(words) {
      before = words
    },
    cutAfter(words) {
      after = words
    },
    silence() {
      isSilent = true
    },
    cut() {
      isCut = true
      for (const socket of open) socket.destroy()
    },
    stall() {
      isStalled = true
      for (const socket of open) farOf.get(socket)?.pause()
    },
    mend() {
      isSilent = false
      isStalled = false
      isCut = false
      for (const socket of open) socket.destroy()
    },
    async close() {
      const closed = once(listener, 'close')
      listener.close()
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
