import { type ComponentType, createElement, lazy, useState } from 'react'

/** A component whose code is fetched when it is first shown, or before. */
export type Lazily<Props> = ComponentType<Props> & {
  /** Fetches the code now. What has come is shown at once later, with no moment of waiting in between. */
  readonly preload: () => Promise<void>
}

export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): Lazily<Props> {
  let loaded: ComponentType<Props> | undefined
  const fetched = async () => {
    loaded = await load()
    return { default: loaded }
  }
  const Later = lazy(fetched)
  function Shown(props: Props) {
    // Decided once: another component in its place would begin anew.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? Later)
    return createElement(Component, props)
  }
  return Object.assign(Shown, {
    preload: async () => {
      await fetched()
    },
  })
}
