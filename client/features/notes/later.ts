import { lazily } from '../../ui/lazily.ts'
import { whenOpen } from '../../ui/when-open.tsx'
import type { NoteMenuProps } from './NoteMenu.tsx'

/** What of the notes is not shown with them, but opens from them. */
export const NoteMenu = whenOpen<NoteMenuProps>(async () => (await import('./NoteMenu.tsx')).NoteMenu)
export const MoveDialog = lazily(async () => (await import('./MoveDialog.tsx')).MoveDialog)
export const GroupDialog = lazily(async () => (await import('./GroupDialog.tsx')).GroupDialog)
export const MergeDialog = lazily(async () => (await import('./MergeDialog.tsx')).MergeDialog)
export const SplitDialog = lazily(async () => (await import('./SplitDialog.tsx')).SplitDialog)
export const BinDialog = lazily(async () => (await import('./BinDialog.tsx')).BinDialog)
export const Criteria = lazily(async () => (await import('./Criteria.tsx')).Criteria)
export const Lit = lazily(async () => (await import('./Lit.tsx')).Lit)
export const Thought = lazily(
  async () => (await import('./Thought.tsx')).Thought,
  () => null,
)

/** To be fetched before anybody can ask for it where there is no network. */
export const notesLater = [
  NoteMenu,
  MoveDialog,
  GroupDialog,
  MergeDialog,
  SplitDialog,
  BinDialog,
  Criteria,
  Lit,
  Thought,
].map(({ preload }) => preload)
