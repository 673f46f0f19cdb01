import type { Bus } from './port.ts'

/** What several servers of one process have between them. */
export interface Hub {
  /** Names a node that joins. */
  readonly newId: () => string
  readonly stations: Map<string, Station>
  /** From now on what this node says and hears is lost. */
  cut(node: string): void
  /** It comes through again, and the node is told that there was a gap. */
  mend(node: string): void
}

type Hear = (message: Uint8Array, from: string) => void

interface Station {
  readonly hearers: Map<string, Set<Hear>>
  readonly gaps: (() => void)[]
  isCut: boolean
}

export function openHub(newId: () => string): Hub {
  const stations = new Map<string, Station>()
  return {
    newId,
    stations,
    cut(node) {
      const station = stations.get(node)
      if (station) station.isCut = true
    },
    mend(node) {
      const station = stations.get(node)
      if (!station) return
      station.isCut = false
      for (const again of station.gaps) again()
    },
  }
}

/** Joins `hub` as one more node. Words arrive after whoever said them went on, in their order. */
export function inProcessBus({ newId, stations }: Hub): Bus {
  const node = newId()
  const own: Station = { hearers: new Map(), gaps: [], isCut: false }
  stations.set(node, own)

  return {
    node,
    async listen(board, hear) {
      const each: Hear = (message, from) => hear(message, from)
      const hearers = own.hearers.get(board) ?? new Set()
      own.hearers.set(board, hearers.add(each))
      return () => {
        hearers.delete(each)
        if (hearers.size === 0 && own.hearers.get(board) === hearers) own.hearers.delete(board)
      }
    },
    say(board, message) {
      if (own.isCut || !stations.has(node)) return
      const said = message.slice()
      queueMicrotask(() => {
        for (const [to, { hearers, isCut }] of stations) {
          if (to === node || isCut) continue
          for (const hear of [...(hearers.get(board) ?? [])]) hear(said, node)
        }
      })
    },
    onGap: (again) => void own.gaps.push(again),
    isUp: () => !own.isCut,
    async check() {
      if (own.isCut) throw new Error('nothing is heard of the other nodes')
    },
    async close() {
      stations.delete(node)
      own.hearers.clear()
    },
  }
}
