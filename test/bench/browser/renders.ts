import type { BrowserContext, Page } from '@playwright/test'

/** What React drew again since it was last asked. */
export interface Renders {
  /** Components that ran and were not let off. */
  readonly components: number
  /** Ids of the notes on whose card any component did, the card's own frame included. */
  readonly cards: readonly string[]
}

/** React's own record of one component, as far as this reads it. */
interface Fiber {
  readonly tag: number
  readonly flags: number
  readonly stateNode: unknown
  readonly alternate: Fiber | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly return: Fiber | null
}

/**
 * Counts what React draws in the product as it is built, by the door that React keeps open for its developer tools. To be
 * called before a page opens.
 *
 * @remarks
 * As those tools do it: a component ran if React marked it so (`PerformedWork`), and only below a component whose children
 * are other ones than before can anything have run.
 */
export async function countRenders(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const components: ReadonlySet<number> = new Set([0, 1, 11, 15]) // functions, classes, forwarded refs, memoised functions
    const elementTags: ReadonlySet<number> = new Set([5, 26, 27])
    const performedWork = 1
    const renders = { components: 0, cards: new Set<string>() }

    const elementIn = (fiber: Fiber): Element | null => {
      if (elementTags.has(fiber.tag)) return fiber.stateNode instanceof Element ? fiber.stateNode : null
      for (let child = fiber.child; child !== null; child = child.sibling) {
        const found = elementIn(child)
        if (found !== null) return found
      }
      return null
    }
    const elementAround = (fiber: Fiber): Element | null => {
      for (let above = fiber.return; above !== null; above = above.return) {
        if (elementTags.has(above.tag) && above.stateNode instanceof Element) return above.stateNode
      }
      return null
    }
    const noteOf = (fiber: Fiber): string | undefined => {
      const element = elementIn(fiber) ?? elementAround(fiber)
      const card = element?.closest('[data-note]') ?? element?.querySelector(':scope > [data-note]')
      return card instanceof HTMLElement ? card.dataset.note : undefined
    }
    const visit = (fiber: Fiber): void => {
      const before = fiber.alternate
      if (components.has(fiber.tag) && (before === null || (fiber.flags & performedWork) !== 0)) {
        renders.components += 1
        const note = noteOf(fiber)
        if (note !== undefined) renders.cards.add(note)
      }
      if (before !== null && before.child === fiber.child) return
      for (let child = fiber.child; child !== null; child = child.sibling) visit(child)
    }
    Object.assign(window, {
      renders,
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
  })
}

export function takeRenders(page: Page): Promise<Renders> {
  return page.evaluate(() => {
    const { renders } = window as unknown as { renders: { components: number; cards: Set<string> } }
    const taken = { components: renders.components, cards: [...renders.cards] }
    renders.components = 0
    renders.cards.clear()
    return taken
  })
}
