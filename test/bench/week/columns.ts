import type { StoreFigures } from './figures.ts'

/** How everything stands at the end of a day. */
export interface Evening extends StoreFigures {
  readonly day: number
  readonly edits: number
  readonly notes: number
  /** The board document as one update. */
  readonly documentBytes: number
  /** What the server spent on each edit of the day, with relaying it to everyone. */
  readonly cpuMs: number
  readonly rss: number
  readonly heapUsed: number
  readonly backupMs: number
  readonly loadMs: number
  /** Until an edit was called saved. */
  readonly savedMs: { readonly median: number; readonly p99: number; readonly longest: number }
}

const kib = (bytes: number) => (bytes / 1024).toFixed(0)
const mib = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)

const columns: readonly (readonly [name: string, of: (evening: Evening) => string])[] = [
  ['day', ({ day }) => String(day)],
  ['edits', ({ edits }) => String(edits)],
  ['notes', ({ notes }) => String(notes)],
  ['clients', ({ clients }) => String(clients)],
  ['document KiB', ({ documentBytes }) => kib(documentBytes)],
  ['log rows', ({ logRows }) => String(logRows)],
  ['longest', ({ longestLog }) => String(longestLog)],
  ['log KiB', ({ logBytes }) => kib(logBytes)],
  ['snapshots KiB', ({ snapshotBytes }) => kib(snapshotBytes)],
  ['copies', ({ copies }) => String(copies)],
  ['copies KiB', ({ copyBytes }) => kib(copyBytes)],
  ['file KiB', ({ fileBytes }) => kib(fileBytes)],
  ['free KiB', ({ freeBytes }) => kib(freeBytes)],
  ['wal KiB', ({ walBytes }) => kib(walBytes)],
  ['heap MiB', ({ heapUsed }) => mib(heapUsed)],
  ['RSS MiB', ({ rss }) => mib(rss)],
  ['backup ms', ({ backupMs }) => backupMs.toFixed(0)],
  ['load ms', ({ loadMs }) => loadMs.toFixed(0)],
  ['CPU ms/edit', ({ cpuMs }) => cpuMs.toFixed(2)],
  ['saved ms p50', ({ savedMs }) => savedMs.median.toFixed(1)],
  ['p99', ({ savedMs }) => savedMs.p99.toFixed(1)],
  ['max', ({ savedMs }) => savedMs.longest.toFixed(0)],
]

export const header = `| ${columns.map(([name]) => name).join(' | ')} |\n|${columns.map(() => '---').join('|')}|`

export const line = (evening: Evening): string => `| ${columns.map(([, of]) => of(evening)).join(' | ')} |`
