import { classes } from '../../ui/classes.ts'

interface Props {
  readonly votes: number
  readonly left: number
}

/** My votes as dots that run out. */
export function Budget({ votes, left }: Props) {
  return (
    <div className="flex items-center gap-3">
      <div aria-hidden="true" className="flex flex-wrap gap-1">
        {Array.from({ length: votes }, (_, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
            key={index}
            className={classes(
              'size-3 rounded-full border-2 transition-colors',
              index < left ? 'border-ink bg-ink' : 'border-line-strong bg-transparent',
            )}
          />
        ))}
      </div>
      <p role="status" className="tabular font-medium text-ink">
        {left === 0 ? 'No votes left' : `${left} of ${votes} ${votes === 1 ? 'vote' : 'votes'} left`}
      </p>
    </div>
  )
}
