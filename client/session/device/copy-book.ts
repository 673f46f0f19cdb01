import { sameJson } from '../equal.ts'

/** One copy of a board's documents on this device. */
export interface CopyName {
  readonly person: string
  readonly epoch: string
  /** Raised when a copy is dropped: what could not be deleted at once is never opened again. */
  readonly generation: number
}

/** Which copies of a board there are on this device. */
export interface CopyBook {
  /** The copy to work on: the one there is if it is this person's and of this epoch, else a new one. */
  enter(person: string, epoch: string): CopyName
  /** A new copy instead of the current one, which becomes an orphan that this tab puts in order. */
  renew(person: string, epoch: string): CopyName
  /** Whether another tab has begun a copy since. */
  isOutdated(copy: CopyName): boolean
  /** Copies that still have to be put in order; each is handed out to one tab at a time. */
  takeOrphan(): CopyName | null
  /** This copy holds nothing any more that was not shown to its writer. */
  settle(copy: CopyName): void
  /** Copies that may hold something that was not shown to its writer: the current one and orphans. */
  held(): readonly CopyName[]
  /** Copies to delete when nobody has them open. */
  trash(): readonly CopyName[]
  deleted(copy: CopyName): void
  /** All copies of this board are settled, the current one too. */
  settleAll(): void
}

interface Page {
  readonly current: CopyName | null
  readonly orphans: readonly { readonly copy: CopyName; readonly takenAt?: number }[]
  readonly trash: readonly CopyName[]
  readonly next: number
}

const blank: Page = { current: null, orphans: [], trash: [], next: 1 }

/** A tab that took an orphan and has not settled it in this time is gone. */
const takenForMs = 60_000

export function copyBookKey(boardId: string): string {
  return `hindsight/${boardId}/copies`
}

export function openCopyBook(storage: Storage | null, boardId: string, now: () => number): CopyBook {
  const key = copyBookKey(boardId)
  let memory = blank
  const page = (): Page => {
    const text = storage?.getItem(key)
    return text ? { ...blank, ...JSON.parse(text) } : memory
  }
  const write = (next: Page) => {
    memory = next
    try {
      storage?.setItem(key, JSON.stringify(next))
    } catch {
      // The browser's storage is full: the page's memory has to do until it is closed.
    }
  }
  const held = () => {
    const { current, orphans } = page()
    return [...orphans.map((each) => each.copy), ...(current === null ? [] : [current])]
  }
  const begin = (person: string, epoch: string, takenAt?: number): CopyName => {
    const { current, orphans, trash, next } = page()
    const copy = { person, epoch, generation: next }
    const left = current === null ? orphans : [...orphans, { copy: current, ...(takenAt && { takenAt }) }]
    write({ current: copy, orphans: left, trash, next: next + 1 })
    return copy
  }

  return {
    enter: (person, epoch) => {
      const { current } = page()
      const isMine = current?.person === person && current.epoch === epoch
      return current !== null && isMine ? current : begin(person, epoch)
    },
    renew: (person, epoch) => begin(person, epoch, now()),
    isOutdated: (copy) => {
      const { current } = page()
      return current !== null && current.generation > copy.generation
    },
    takeOrphan: () => {
      const now_ = now()
      const { orphans, ...rest } = page()
      const free = orphans.find(({ takenAt }) => takenAt === undefined || now_ - takenAt > takenForMs)
      if (free === undefined) return null
      write({ ...rest, orphans: orphans.map((each) => (each === free ? { copy: free.copy, takenAt: now_ } : each)) })
      return free.copy
    },
    settle: (copy) => {
      const { current, orphans, trash, next } = page()
      write({
        current: sameJson(current, copy) ? null : current,
        orphans: orphans.filter((each) => !sameJson(each.copy, copy)),
        trash: [...trash.filter((each) => !sameJson(each, copy)), copy],
        next,
      })
    },
    held,
    trash: () => page().trash,
    deleted: (copy) => {
      const { trash, ...rest } = page()
      write({ ...rest, trash: trash.filter((each) => !sameJson(each, copy)) })
    },
    settleAll: () => {
      const { trash, next } = page()
      write({ current: null, orphans: [], trash: [...trash, ...held()], next })
    },
  }
}
