import type { PlainClient } from '../support/plain-client.ts'
import type { Target } from './target.ts'

/** Somebody honest who works on while the server is fuzzed. */
export interface Bystander {
  /** How long it took until each of their edits was called saved, in milliseconds; the slowest last. */
  stop(): Promise<readonly number[]>
  /** The server has ended their connection. */
  readonly lost: readonly string[]
}

export async function openBystander(target: Target): Promise<Bystander> {
  const client: PlainClient = target.board.fay.board()
  await client.synced()
  const lost: string[] = []
  void client.closed.then(({ code, reason }) => lost.push(`${code} ${reason}`))
  const took: number[] = []
  let isWorking = true
  const working = (async () => {
    for (let n = 0; isWorking; n++) {
      const startedAt = performance.now()
      client.doc.getMap('incident').set('downtimeMinutes', n)
      await client.saved()
      took.push(performance.now() - startedAt)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  return {
    lost,
    async stop() {
      isWorking = false
      await working
      return took.toSorted((a, b) => a - b)
    },
  }
}
