import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { LitNote, LitTheme } from './lit-notes.tsx'
import { LitAction, LitCause, LitEvent, LitSection } from './lit-things.tsx'

/** Whatever is in the spotlight. */
export function Lit({ target }: { readonly target: Target }) {
  const parsed = parseTarget(target)
  if (parsed?.kind === 'note') return <LitNote id={parsed.id} />
  if (parsed?.kind === 'theme') return <LitTheme id={parsed.id} />
  if (parsed?.kind === 'section') return <LitSection id={parsed.id} />
  if (parsed?.kind === 'event') return <LitEvent id={parsed.id} />
  if (parsed?.kind === 'action') return <LitAction id={parsed.id} />
  if (parsed?.kind === 'cause') return <LitCause id={parsed.id} />
  return null
}
