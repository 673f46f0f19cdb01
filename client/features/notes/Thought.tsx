import { HeartHandshake } from 'lucide-react'
import { useState } from 'react'
import { blameNudge } from '../../../shared/review/nudge.ts'
import { sameMembers } from '../../session/equal.ts'
import { useEntries } from '../../session/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useRemembered } from '../../ui/remembered.ts'

/** Another way to say something that points at a person. */
export function Thought({ text }: { readonly text: string }) {
  const people = useEntries('people', (all) => [...all.values()].map(({ name }) => name), sameMembers)
  const responders = useEntries('responders', (all) => [...all.values()].map(({ name }) => name), sameMembers)
  const [kept, keep] = useState<string | null>(null)
  const [wanted, want] = useRemembered('nudge', 'shown')
  const nudge = wanted === 'shown' ? blameNudge(text, [...people, ...responders]) : null
  if (nudge === null || nudge.phrase === kept) return null
  return (
    <div className="flex items-start gap-2 border-t border-line px-3 py-2 text-sm text-ink-soft">
      <HeartHandshake aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-amber" />
      <div className="min-w-0">
        <p className="wrap-anywhere">
          “{nudge.phrase}” points at a person. {nudge.instead}
        </p>
        <p className="mt-1 flex flex-wrap gap-1">
          {/* The keyboard stays where the words are. */}
          <Button size="sm" variant="ghost" onMouseDown={stay} onClick={() => keep(nudge.phrase)}>
            Keep my words
          </Button>
          <Button size="sm" variant="ghost" onMouseDown={stay} onClick={() => want('hidden')}>
            Stop suggesting
          </Button>
        </p>
      </div>
    </div>
  )
}

function stay(event: { preventDefault(): void }): void {
  event.preventDefault()
}
