import type { Attachment } from './connection/attachment.ts'
import { keysOf, putInto } from './device/small-texts.ts'
import { type Difference, differences } from './salvage/differences.ts'
import { following, type Watched } from './watched.ts'

/** What a page leaves behind that closes without its changes being on the server or in its copy. */
export interface UnsentChanges {
  /** Says whether a page that closes now leaves everything behind. */
  leave(): boolean
  /** What any page of this person has left, to be written again. */
  take(): readonly Difference[]
  close(): void
}

interface Page {
  readonly storage: Storage | null
  readonly boardId: string
  readonly person: string
  /** Two tabs don't overwrite what the other leaves. */
  readonly page: string
}

/** Small changes fit into the browser's storage also where there is no room for databases. [DEVICE3] */
export function unsentChanges({ storage, boardId, person, page }: Page, live: Watched<Attachment>): UnsentChanges {
  const prefix = `hindsight/${boardId}/${person}/unsent/`
  const put = (changes: readonly Difference[]) =>
    putInto(storage, prefix + page, changes.length === 0 ? '' : JSON.stringify(changes))
  const state = following(live, ({ connection }) => connection.state)
  const isSaved = () => state.get().isSaved

  // What was left by a page that lived on is history once it is sent.
  const stop = state.subscribe(() => {
    if (isSaved()) put([])
  })

  return {
    leave: () => {
      const { copy } = live.get()
      if (isSaved()) copy.confirm()
      const isThere = isSaved() || copy.isKept.get()
      return put(isThere ? [] : differences(copy.base, copy.documents)) || isThere
    },
    take: () =>
      keysOf(storage, prefix).flatMap((key) => {
        const changes: readonly Difference[] = JSON.parse(storage?.getItem(key) ?? '[]')
        putInto(storage, key, '')
        return changes
      }),
    close: stop,
  }
}
