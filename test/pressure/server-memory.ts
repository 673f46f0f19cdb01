import { setTimeout as pause } from 'node:timers/promises'

/** Megabytes of the server's process. */
export interface Memory {
  readonly resident: number
  /** What is in use on the heap, and in buffers outside of it. */
  readonly used: number
  /** How late the event loop was, at the 99th percentile since the last look, in milliseconds. */
  readonly late: number
}

export async function memoryOf(origin: string): Promise<Memory> {
  const text = await (await fetch(`${origin}/metrics`)).text()
  const read = (name: string) => Number(new RegExp(`^hindsight_${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
  return {
    resident: megabytes(read('process_resident_memory_bytes')),
    late: read('nodejs_eventloop_lag_p99_seconds') * 1000,
    used: megabytes(read('nodejs_heap_size_used_bytes') + read('nodejs_external_memory_bytes')),
  }
}

/** Watches a server's memory until it is stopped; tells the most there was. */
export function watchMemory(origin: string, everyMs = 250): () => Promise<Memory> {
  let most: Memory = { resident: 0, used: 0, late: 0 }
  let isWatching = true
  const watching = (async () => {
    while (isWatching) {
      const now = await memoryOf(origin)
      most = {
        resident: Math.max(most.resident, now.resident),
        used: Math.max(most.used, now.used),
        late: Math.max(most.late, now.late),
      }
      await pause(everyMs)
    }
  })()
  return async () => {
    isWatching = false
    await watching
    return most
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}
