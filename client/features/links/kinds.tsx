import { Clock, GitBranch, Layers, ListChecks, StickyNote } from 'lucide-react'
import type { ReactElement } from 'react'
import type { TargetKind } from '../../../shared/review/target.ts'

export type LinkableKind = Exclude<TargetKind, 'section'>

/** What each kind of thing is called and drawn as, where it stands among others. */
export const linkableKinds: Readonly<
  Record<LinkableKind, { readonly name: string; readonly group: string; readonly icon: ReactElement }>
> = {
  event: { name: 'event', group: 'Timeline', icon: <Clock aria-hidden="true" /> },
  cause: { name: 'cause', group: 'Causes', icon: <GitBranch aria-hidden="true" /> },
  note: { name: 'note', group: 'Notes', icon: <StickyNote aria-hidden="true" /> },
  theme: { name: 'theme', group: 'Themes', icon: <Layers aria-hidden="true" /> },
  action: { name: 'action', group: 'Actions', icon: <ListChecks aria-hidden="true" /> },
}
