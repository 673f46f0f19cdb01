import {
  type ComponentType,
  createContext,
  createElement,
  lazy,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useState,
} from 'react'
import { NotArrived } from './NotArrived.tsx'

/** A component whose code is fetched when it is first shown, or before. */
export type Lazily<Props> = ComponentType<Props> & {
  /** Fetches the code now. What has come is shown at once later, with no moment of waiting in between. */
  readonly preload: () => Promise<void>
  /** Whether its code is there. */
  readonly hasCome: () => boolean
}

const Again = createContext<() => void>(() => {})

/**
 * `missing` is shown where the code does not arrive: the line is down, or the server was updated and has this page's
 * files no more. That costs this part and nothing around it. [DEVICE8]
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  missing: (props: Props, tryAgain: () => void) => ReactNode = notArrived,
): Lazily<Props> {
  let loaded: ComponentType<Props> | undefined
  const fetched = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Missing = (props: Props) => missing(props, use(Again))
  const later = () =>
    lazy<ComponentType<Props>>(async () => {
      try {
        return await fetched()
      } catch {
        return { default: Missing }
      }
    })
  // One for all who show it: React begins anew with what has not been shown yet, and would wait for ever.
  let attempt = later()

  function Shown(props: Props) {
    // Decided once: another component in its place would begin anew.
    const [Component, show] = useState<ComponentType<Props>>(() => loaded ?? attempt)
    const tryAgain = useCallback(() => {
      attempt = later()
      show(() => loaded ?? attempt)
    }, [])
    return createElement(Again, { value: tryAgain }, createElement(Component, props))
  }
  return Object.assign(Shown, {
    preload: async () => {
      await fetched()
    },
    hasCome: () => loaded !== undefined,
  })
}

/**
 * Draws whoever shows a long part again once its code has come. [PAGE5]
 *
 * @remarks
 * What React itself shows late it draws in small steps, and begins anew whenever something else changes: beside a
 * running timer, on a slow machine, a long part would never be done. What is drawn again by a state is done in one go.
 */
export function useArrival<Props>(part: ComponentType<Props> | Lazily<Props>): void {
  const [, drawAgain] = useState(0)
  const later = 'hasCome' in part ? part : null
  const isAwaited = later?.hasCome() === false
  useEffect(() => {
    if (later === null || !isAwaited) return
    let isLeft = false
    const come = () => {
      if (!isLeft) drawAgain((times) => times + 1)
    }
    // Where it does not arrive, what is shown instead is short.
    later.preload().then(come, () => undefined)
    return () => {
      isLeft = true
    }
  }, [later, isAwaited])
}

/** What can be closed floats over the page, since it has no place in it. */
function notArrived(props: object, tryAgain: () => void): ReactNode {
  const close = 'onClose' in props ? props.onClose : undefined
  const onClose = typeof close === 'function' ? () => void close() : undefined
  return createElement(NotArrived, { tryAgain, onClose })
}
