import { Check } from 'lucide-react'
import type { Target } from '../../../shared/review/session.ts'
import { useTargetWords } from '../../session/use-target-words.ts'
import { classes } from '../../ui/classes.ts'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import type { Leading } from './use-queue.ts'

interface Props {
  readonly queue: readonly Target[]
  readonly covered: ReadonlySet<Target>
  readonly current: Target | null
  readonly leading: Leading
  readonly onChoose: (change: Partial<Leading>) => void
  readonly onShow: (target: Target) => void
}

const orders = [
  { value: 'section', label: 'Sections' },
  { value: 'votes', label: 'Votes' },
] as const
const parts = [
  { value: 'all', label: 'All' },
  { value: 'themes', label: 'Themes' },
  { value: 'notes', label: 'Notes' },
] as const
const boxes = [
  { value: '', label: 'No limit' },
  ...[1, 2, 3, 5, 8, 10].map((minutes) => ({ value: String(minutes * 60), label: `${minutes} min` })),
]

/** All that is to be talked about, in the order chosen here; each a press away. */
export function Queue({ queue, covered, current, leading, onChoose, onShow }: Props) {
  return (
    <div className="min-h-88 w-80 max-w-full space-y-3">
      <div className="grid grid-cols-3 gap-2">
        <Field label="Order">
          <Select value={leading.by} options={orders} onChange={(by) => onChoose({ by })} />
        </Field>
        <Field label="Of">
          <Select value={leading.of} options={parts} onChange={(of) => onChoose({ of })} />
        </Field>
        <Field label="Time each">
          <Select
            value={String(leading.box ?? '')}
            options={boxes}
            onChange={(seconds) => onChoose({ box: seconds === '' ? null : Number(seconds) })}
          />
        </Field>
      </div>
      {queue.length === 0 && <p className="text-ink-soft">Nothing to talk about in this choice.</p>}
      <ol aria-label="To talk about" className="-mx-1 max-h-72 overflow-y-auto">
        {queue.map((each) => (
          <Topic
            key={each}
            target={each}
            isCovered={covered.has(each)}
            isCurrent={each === current}
            onShow={() => onShow(each)}
          />
        ))}
      </ol>
    </div>
  )
}

interface TopicProps {
  readonly target: Target
  readonly isCovered: boolean
  readonly isCurrent: boolean
  readonly onShow: () => void
}

function Topic({ target, isCovered, isCurrent, onShow }: TopicProps) {
  const words = useTargetWords(target) ?? ''
  return (
    <li>
      <button
        type="button"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onShow}
        className={classes(
          'tap flex min-h-9 w-full items-start gap-2 rounded-md px-1.5 py-1.5 text-left hover:bg-ink/7',
          isCurrent && 'bg-ink/7 font-medium',
          isCovered && !isCurrent && 'text-ink-soft',
        )}
      >
        <span className="mt-1 size-4 shrink-0">
          {isCovered && <Check aria-hidden="true" className="size-4" />}
          {isCovered && <span className="sr-only">Covered: </span>}
        </span>
        <span className="line-clamp-2 min-w-0 break-words">{words}</span>
      </button>
    </li>
  )
}
