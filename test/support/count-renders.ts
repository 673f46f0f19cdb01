/** React's own record of one component, as far as this reads it. */
interface Fiber {
  readonly tag: number
  readonly flags: number
  readonly alternate: Fiber | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
}

/** Functions, classes, forwarded refs, memoised functions. */
const components: ReadonlySet<number> = new Set([0, 1, 11, 15])
const performedWork = 1
let ran = 0

function visit(fiber: Fiber): void {
  const before = fiber.alternate
  if (components.has(fiber.tag) && (before === null || (fiber.flags & performedWork) !== 0)) ran += 1
  if (before !== null && before.child === fiber.child) return
  for (let child = fiber.child; child !== null; child = child.sibling) visit(child)
}

// The door that React keeps open for its developer tools: it looks for it once, as it is loaded.
Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    renderers: new Map(),
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: (_renderer: number, root: { readonly current: Fiber }) => visit(root.current),
    onCommitFiberUnmount: () => {},
    onPostCommitFiberRoot: () => {},
    checkDCE: () => {},
  },
})

/** How many components React ran during some work. This file is to be imported before React is. */
export function componentsDuring(work: () => void): number {
  ran = 0
  work()
  return ran
}
