import type { BrowserContext, WebSocketRoute } from '@playwright/test'

/** A browser's way to the server: remembers every frame it brought, and can be cut, open sockets included. */
export interface Line {
  /** Everything that reached this browser over its sockets, as text in which any UTF-8 it held can be found. */
  received(): string
  cut(): Promise<void>
  /** From now on nothing comes over the sockets that are open, and nobody is told: as after a sleep. */
  deafen(): void
  /** The sockets that went deaf are found to be dead. */
  hangUp(): Promise<void>
  mend(): Promise<void>
}

/** To be laid before the first page opens. */
export async function layLine(context: BrowserContext): Promise<Line> {
  const frames: Buffer[] = []
  const open = new Set<{ readonly page: WebSocketRoute; readonly server: WebSocketRoute }>()
  const deaf = new WeakSet<object>()
  let isCut = false

  const end = async (pair: { readonly page: WebSocketRoute; readonly server: WebSocketRoute }) => {
    open.delete(pair)
    await pair.server.close()
    await pair.page.close({ code: 3001, reason: 'the line was cut' })
  }

  await context.routeWebSocket(/\/sync\//, (page) => {
    const server = page.connectToServer()
    const pair = { page, server }
    open.add(pair)
    server.onMessage((message) => {
      if (isCut || deaf.has(pair)) return
      frames.push(Buffer.from(message))
      page.send(message)
    })
    page.onMessage((message) => {
      if (!isCut && !deaf.has(pair)) server.send(message)
    })
  })

  return {
    received: () => Buffer.concat(frames).toString('utf8'),
    async cut() {
      isCut = true
      await context.setOffline(true)
      for (const pair of open) await end(pair)
    },
    deafen() {
      for (const pair of open) deaf.add(pair)
    },
    async hangUp() {
      for (const pair of open) if (deaf.has(pair)) await end(pair)
    },
    async mend() {
      isCut = false
      await context.setOffline(false)
    },
  }
}
