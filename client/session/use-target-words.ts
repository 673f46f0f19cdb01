import { unnamedTheme } from '../../shared/report/findings.ts'
import { isLive } from '../../shared/review/placement.ts'
import type { Target } from '../../shared/review/session.ts'
import { parseTarget } from '../../shared/review/target.ts'
import { useEntryValue } from './hooks.ts'

/** What a note, theme, event, cause or action is called; null for what is not on the board (any more). */
export function useTargetWords(target: Target | null): string | null {
  const parsed = target === null ? null : parseTarget(target)
  const idOf = (kind: string) => (parsed?.kind === kind ? parsed.id : '')
  const note = useEntryValue('notes', idOf('note'), (entry) => (entry && isLive(entry) ? entry.text : null))
  const theme = useEntryValue('themes', idOf('theme'), (entry) =>
    entry && isLive(entry) ? entry.label.trim() || unnamedTheme : null,
  )
  const event = useEntryValue('timeline', idOf('event'), (entry) => (entry && isLive(entry) ? entry.event : null))
  const cause = useEntryValue('causes', idOf('cause'), (entry) => (entry && isLive(entry) ? entry.text : null))
  const action = useEntryValue('actions', idOf('action'), (entry) => (entry && isLive(entry) ? entry.title : null))
  return note ?? theme ?? event ?? cause ?? action
}
