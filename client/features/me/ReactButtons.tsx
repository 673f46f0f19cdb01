import { reactionKinds } from '../../../shared/protocol/reactions.ts'
import { useSession } from '../../session/context.tsx'
import { reactionLooks } from './reaction-looks.ts'

/** A reaction for a moment; nobody is told whose it was, and nobody keeps it. */
export function ReactButtons() {
  const { presence } = useSession()
  return (
    <div>
      <fieldset aria-label="Reactions" className="flex gap-1">
        {reactionKinds.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-label={reactionLooks[kind].name}
            title={reactionLooks[kind].name}
            onClick={() => presence.react(kind)}
            className="tap flex size-11 items-center justify-center rounded-md text-xl hover:bg-ink/7"
          >
            <span aria-hidden="true">{reactionLooks[kind].sign}</span>
          </button>
        ))}
      </fieldset>
      <p className="mt-1 max-w-60 text-sm text-ink-soft">Shown to everyone for a moment, without a name.</p>
    </div>
  )
}
