import { readFile } from 'node:fs/promises'
import type { Usage } from './server-under-test.ts'

/** Clock ticks a second in what Linux tells of processes, whatever the machine. */
const ticksPerSecond = 100

/**
 * What a process has used so far, without asking it: for one that is too busy to answer. What is on its heap nobody else
 * knows.
 *
 * @remarks
 * proc(5): in `stat`, behind the name in brackets, user and system time are the 12th and 13th field; `status` has the
 * memory in KiB.
 */
export async function seenFromOutside(pid: number): Promise<Usage> {
  const [stat, status] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/status`, 'utf8'),
  ])
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const bytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024
  return {
    atMs: performance.timeOrigin + performance.now(),
    cpuMs: ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000,
    rss: bytes('VmRSS'),
    heapUsed: Number.NaN,
    external: Number.NaN,
    peakRss: bytes('VmHWM'),
  }
}
