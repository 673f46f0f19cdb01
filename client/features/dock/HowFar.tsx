import { CircleCheck, Vote } from 'lucide-react'
import type { ReactNode } from 'react'
import { Popover } from '../../ui/Popover.tsx'

/** `4 of 6 done`, and who is waited for; `7 votes left`, and whose. */
export function HowFar({
  done,
  votes,
}: {
  readonly done: { readonly done: number; readonly of: number; readonly waitingFor: readonly string[] | null } | null
  readonly votes: {
    readonly votes: number
    readonly by: readonly { readonly name: string; readonly votes: number }[] | null
  } | null
}) {
  return (
    <>
      {votes !== null && (
        <Fact
          icon={<Vote />}
          count={votes.votes === 0 ? 'All' : `${votes.votes}`}
          of={votes.votes === 0 ? 'votes cast' : `vote${votes.votes === 1 ? '' : 's'} left`}
          title="Votes left"
        >
          {votes.by === null ? (
            <p className="text-ink-soft">On an anonymous board nobody is told whose.</p>
          ) : votes.by.length === 0 ? (
            <p className="text-ink-soft">Everyone has cast all of theirs.</p>
          ) : (
            <ul className="space-y-1">
              {votes.by.map((each) => (
                <li key={each.name} className="flex justify-between gap-6">
                  <span>{each.name}</span>
                  <span className="tabular text-ink-soft">{each.votes}</span>
                </li>
              ))}
            </ul>
          )}
        </Fact>
      )}
      {done !== null && done.of > 0 && (
        <Fact icon={<CircleCheck />} count={`${done.done} of ${done.of}`} of="done" title="Not done yet">
          {done.waitingFor === null ? (
            <p className="text-ink-soft">On an anonymous board nobody is told who.</p>
          ) : done.waitingFor.length === 0 ? (
            <p className="text-ink-soft">Everyone is done here.</p>
          ) : (
            <ul className="space-y-1">
              {done.waitingFor.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          )}
        </Fact>
      )}
    </>
  )
}

function Fact({
  icon,
  count,
  of,
  title,
  children,
}: {
  readonly icon: ReactNode
  readonly count: string
  /** There is no room for it on a screen of middling width. */
  readonly of: string
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <Popover
      title={title}
      align="center"
      trigger={
        <button
          type="button"
          className="tap tabular flex h-9 shrink-0 items-center gap-1.5 rounded-md px-2 text-sm text-ink-soft transition-colors hover:bg-ink/7 hover:text-ink [&_svg]:size-4"
        >
          {icon}
          <span>
            {count} <span className="sm:max-xl:sr-only">{of}</span>
          </span>
        </button>
      }
    >
      {children}
    </Popover>
  )
}
