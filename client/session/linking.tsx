import { type ComponentType, createContext, type ReactNode, use } from 'react'
import type { Target } from '../../shared/review/session.ts'

/** How things are linked on this screen; a part of the page shows and makes links without knowing how. */
export interface Linking {
  /** What a thing is linked to. */
  readonly Shown: ComponentType<{ readonly target: Target }>
  /** Asks what to link a thing to. */
  pick(target: Target): void
  /** Brings a thing into view and puts the keyboard there. */
  show(target: Target): void
}

const nowhere: Linking = { Shown: () => null, pick: () => {}, show: () => {} }

const LinkingContext = createContext<Linking>(nowhere)

export function LinkingProvider({ linking, children }: { readonly linking: Linking; readonly children: ReactNode }) {
  return <LinkingContext value={linking}>{children}</LinkingContext>
}

export function useLinking(): Linking {
  return use(LinkingContext)
}

/** What a thing is linked to, wherever the thing is shown. */
export function Links({ target }: { readonly target: Target }) {
  const { Shown } = useLinking()
  return <Shown target={target} />
}
