import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { type Move, useGo } from './use-move.ts'

export interface GoDialogProps {
  readonly move: Move
  readonly open: boolean
  readonly onClose: () => void
}

/** Names what going to a phase does, before it does. */
export function GoDialog({ move, open, onClose }: GoDialogProps) {
  const go = useGo()
  const [, ...effects] = move.sentence.split(' · ')
  return (
    <AlertDialog
      open={open}
      onClose={onClose}
      title={`${move.plan.forward ? 'Go on' : 'Go back'} to ${move.plan.to.title}?`}
      confirm={`Go to ${move.plan.to.title}`}
      cancel="Stay"
      onConfirm={() => void go(move.plan)}
      description={
        <>
          {effects.length > 0 && (
            <ul className="mb-2 list-disc space-y-0.5 pl-5 text-ink">
              {effects.map((effect) => (
                <li key={effect}>{effect.charAt(0).toLocaleUpperCase() + effect.slice(1)}</li>
              ))}
            </ul>
          )}
          {move.notDone.length > 0 && <p className="mb-2">Not done yet: {move.notDone.join(', ')}.</p>}
          {!move.plan.forward && (
            <p className="mb-2">Every note, theme and vote stays, and votes follow their notes.</p>
          )}
          <p>Everybody’s screen follows. What is half typed stays where it is, and nothing is lost.</p>
        </>
      }
    />
  )
}
