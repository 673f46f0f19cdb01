import type { BoardStore, Commit } from '../../server/store/port.ts'

/** A store whose commits end when told. */
export interface HeldBoards extends BoardStore {
  /** From now on commits wait. */
  hold(): void
  /** Lets the oldest waiting commit through, and resolves once it is stored. */
  letOne(): Promise<void>
  /** Lets all through, now and from now on. */
  letAll(): void
  /** From now on commits fail. */
  breakDown(): void
  /** From now on they don't. */
  mend(): void
  /** From now on loading waits; what is returned lets it go on. */
  holdLoading(): () => void
  /** From now on folding waits; what is returned lets it go on. */
  holdFolding(): () => void
  /** Every commit that was asked for, in order. */
  readonly commits: readonly Commit[]
  readonly loads: number
}

export function heldBoards(boards: BoardStore): HeldBoards {
  const commits: Commit[] = []
  let waiting: (() => void)[] = []
  let isHolding = false
  let isBroken = false
  let loads = 0
  let loading: Promise<void> = Promise.resolve()
  let folding: Promise<void> = Promise.resolve()
  const gate = () => (isHolding ? new Promise<void>((resolve) => waiting.push(resolve)) : Promise.resolve())

  return {
    ...boards,
    commits,
    get loads() {
      return loads
    },
    async load(board) {
      loads += 1
      await loading
      return boards.load(board)
    },
    async commit(board, commit, after) {
      commits.push(commit)
      await gate()
      if (isBroken) throw new Error('the disk is full')
      await boards.commit(board, commit, after)
    },
    async fold(...fold) {
      await folding
      await boards.fold(...fold)
    },
    hold() {
      isHolding = true
    },
    async letOne() {
      waiting.shift()?.()
      await new Promise(setImmediate)
    },
    letAll() {
      isHolding = false
      for (const let1 of waiting) let1()
      waiting = []
    },
    breakDown() {
      isBroken = true
    },
    mend() {
      isBroken = false
    },
    holdLoading() {
      let go = () => {}
      loading = new Promise((resolve) => {
        go = resolve
      })
      return () => go()
    },
    holdFolding() {
      let go = () => {}
      folding = new Promise((resolve) => {
        go = resolve
      })
      return () => go()
    },
  }
}
