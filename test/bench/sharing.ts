import type { Arena, Words } from './contestant.ts'
import type { Measures } from './scenario.ts'

/** What servers tell each other from now on, and what Redis does for it: measured once that much time has passed. */
export async function sharingFrom({ nodes, redisCpuMs }: Arena): Promise<(forMs: number) => Promise<Measures>> {
  const wordsOfAll = async () => Promise.all((nodes ?? []).map((node) => node.words()))
  const [before, cpuBefore] = [await wordsOfAll(), await redisCpuMs?.()]
  return async (forMs) => {
    const [after, cpuAfter] = [await wordsOfAll(), await redisCpuMs?.()]
    const grown = (read: (words: Words) => number) =>
      after.reduce((sum, words, nth) => sum + read(words) - read(before[nth] ?? words), 0)
    const said = grown((words) => words.said)
    return {
      'Redis CPU %': ((cpuAfter ?? Number.NaN) - (cpuBefore ?? Number.NaN)) / (forMs / 100),
      ...(nodes && {
        'words a second': said / (forMs / 1000),
        'words per update': said / grown((words) => words.updates),
        'bytes per word': grown((words) => words.bytesSaid) / said,
        'heard per word': grown((words) => words.heard) / said,
      }),
    }
  }
}
