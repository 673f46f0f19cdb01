import type { ContentRootName } from '../../shared/document/schema.ts'
import { toast } from '../ui/toast.ts'
import type { BoardSession } from './board-session.ts'

/** Puts an entry into the bin, and offers to take it back out. */
export function removeWithUndo({ verbs }: BoardSession, root: ContentRootName, id: string, words: string): void {
  if (!verbs.removeEntry(root, id).allowed) return
  toast({ title: words, action: { label: 'Undo', onClick: () => verbs.restoreEntry(root, id) } })
}
