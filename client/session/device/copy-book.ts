import { sameJson } from '../equal.ts'
import { putInto } from './small-texts.ts'

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
  /** The copy that another tab has begun since. */
  newerThan(copy: CopyName): CopyName | null
  /** Copies that still have to be put in order; each is handed out to one tab at a time. */
  takeOrphan(): CopyName | null
  /** This copy holds nothing any more that was not shown to its writer. */
  settle(copy: CopyName): void
  /** Copies that may hold something that was not shown to its writer: the current one and orphans. */
  held(): readonly CopyName[]
  /** Whose they are. */
  people(): readonly string[]
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
  /** What the browser's storage did not take: this page's memory has to do until it does. */
  let unwritten: Page | null = null
  const page = (): Page => {
    if (unwritten !== null) return unwritten
    const text = storage?.getItem(key)
    return text ? { ...blank, ...JSON.parse(text) } : blank
  }
  const write = (next: Page) => {
    unwritten = putInto(storage, key, JSON.stringify(next)) ? null : next
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
    newerThan: (copy) => {
      const { current } = page()
      return current !== null && current.generation > copy.generation ? current : null
    },
    takeOrphan: () => {
      const now_ = now()
      const { orphans, ...rest } = page()
      // A clock that was set back must not keep one for ever.
      const free = orphans.find(({ takenAt }) => takenAt === undefined || Math.abs(now_ - takenAt) > takenForMs)
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
    people: () => [...new Set(held().map(({ person }) => person))],
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
