/** Between two pieces of work a frame is shown, and what people do is answered. */
const restMs = 16

let waiting: readonly (() => void)[] = []
let isAtWork = false

/** Does a piece of work when those that asked before have been done, with a rest before each; answers how to leave it undone. */
export function oneByOne(work: () => void): () => void {
  waiting = [...waiting, work]
  if (!isAtWork) rest()
  return () => {
    waiting = waiting.filter((each) => each !== work)
  }
}

function rest(): void {
  isAtWork = true
  setTimeout(next, restMs)
}

function next(): void {
  const [work, ...others] = waiting
  waiting = others
  isAtWork = false
  if (work === undefined) return
  if (others.length > 0) rest()
  work()
}
