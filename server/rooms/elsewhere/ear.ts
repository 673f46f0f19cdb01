import type { Bus } from '../../bus/port.ts'
import type { Timers } from '../timers.ts'

type Hear = (message: Uint8Array, from: string) => void

/** What is said of a board, from before it is loaded: what is said meanwhile is heard once somebody hears. */
export interface Ear {
  hearWith(hear: Hear): void
  close(): void
}

/** A bus that does not work keeps no board from being opened: what is said there is read from the store in time. */
const patienceMs = 500

/** Resolves once it listens, or seems not to come to that. */
export async function openEar(bus: Bus, board: string, timers: Pick<Timers, 'after'>): Promise<Ear> {
  let early: Parameters<Hear>[] = []
  let hear: Hear = (...said) => void early.push(said)
  let isClosed = false
  let stop = () => {}
  const listening = bus
    .listen(board, (...said) => hear(...said))
    .then(
      (unlisten) => {
        stop = unlisten
        if (isClosed) unlisten()
      },
      () => {}, // it says itself what is wrong, where readiness is asked for
    )
  await new Promise<void>((resolve) => {
    const cancel = timers.after(patienceMs, resolve)
    void listening.then(() => {
      cancel()
      resolve()
    })
  })
  return {
    hearWith(next) {
      const said = early
      early = []
      hear = next
      for (const each of said) next(...each)
    },
    close() {
      isClosed = true
      stop()
    },
  }
}
