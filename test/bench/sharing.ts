import type { Arena, Words } from './contestant.ts'
import type { Measures } from './scenario.ts'

/** What servers tell each other from now on, and what Redis does for it: measured once that much time has passed. */
export async function sharingFrom({
  nodes,
  redisCpuMs,
  logBytes,
}: Arena): Promise<(forMs: number) => Promise<Measures>> {
  const wordsOfAll = async () => Promise.all((nodes ?? []).map((node) => node.words()))
  const look = async () => [await wordsOfAll(), await redisCpuMs?.(), await logBytes?.()] as const
  const [before, cpuBefore = Number.NaN, logBefore = Number.NaN] = await look()
  return async (forMs) => {
    const [after, cpuAfter = Number.NaN, logAfter = Number.NaN] = await look()
    const grown = (read: (words: Words) => number) =>
      after.reduce((sum, words, nth) => sum + read(words) - read(before[nth] ?? words), 0)
    const said = grown((words) => words.said)
    const updates = grown((words) => words.updates)
    return {
      'Redis CPU %': (cpuAfter - cpuBefore) / (forMs / 100),
      ...(nodes && {
        'words a second': said / (forMs / 1000),
        'words per update': said / updates,
        'bytes per word': grown((words) => words.bytesSaid) / said,
        'heard per word': grown((words) => words.heard) / said,
        'log bytes per update': (logAfter - logBefore) / updates,
      }),
    }
  }
}
