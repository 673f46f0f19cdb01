import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { useEntryValue } from '../../session/hooks.ts'
import { useTargetWords } from '../../session/use-target-words.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { linkableKinds } from './kinds.tsx'
import { LinkedTo } from './LinkedTo.tsx'

/** A note or a theme, where the phase has no place to show it. */
export function PeekDialog({ target, onClose }: { readonly target: Target; readonly onClose: () => void }) {
  const parsed = parseTarget(target)
  const idOf = (kind: string) => (parsed?.kind === kind ? parsed.id : '')
  const words = useTargetWords(target)
  const onNote = useEntryValue('notes', idOf('note'), (note) => note?.discussion ?? '')
  const onTheme = useEntryValue('themes', idOf('theme'), (theme) => theme?.discussion ?? '')
  if (parsed === null || parsed.kind === 'section') return null
  const { name } = linkableKinds[parsed.kind]
  const said = onNote || onTheme
  return (
    <Dialog open onClose={onClose} size="sm" title={name.charAt(0).toUpperCase() + name.slice(1)}>
      <p className="text-lg wrap-anywhere whitespace-pre-wrap">{words ?? 'It is in the bin.'}</p>
      {said !== '' && <p className="mt-3 border-t border-line pt-3 whitespace-pre-wrap text-ink-soft">{said}</p>}
      <div className="mt-3">
        <LinkedTo target={target} />
      </div>
    </Dialog>
  )
}
