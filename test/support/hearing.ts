import type { Bus } from '../../server/bus/port.ts'

/** Somebody who listens to a board, and writes down what they heard. */
export interface Ear {
  /** Words, and the node that said them. */
  readonly heard: (readonly [words: string, from: string])[]
  /** Called with each word, after it was written down. */
  readonly waiting: Set<() => void>
  stop(): void
}

export async function earOn(bus: Bus, board: string): Promise<Ear> {
  const heard: (readonly [string, string])[] = []
  const waiting = new Set<() => void>()
  const stop = await bus.listen(board, (message, from) => {
    heard.push([Buffer.from(message).toString('latin1'), from])
    for (const look of waiting) look()
  })
  return { heard, waiting, stop }
}

/** Resolves once this was heard, now or before. */
export function heardOnce({ heard, waiting }: Ear, words: string): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!heard.some(([each]) => each === words)) return
      waiting.delete(look)
      resolve()
    }
    waiting.add(look)
    look()
  })
}

export const wordsOf = ({ heard }: Ear): string[] => heard.map(([words]) => words)
