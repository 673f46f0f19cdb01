import { ChevronDown, ChevronUp, Presentation, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useSession } from '../../session/context.tsx'
import { useMe, useSessionFacts } from '../../session/hooks.ts'
import { IconButton } from '../../ui/Button.tsx'
import { BackToIt } from './BackToIt.tsx'
import { TopicTime } from './TopicTime.tsx'

interface Props {
  readonly hue?: string | undefined
  readonly icon?: ReactNode
  /** What kind of thing it is. */
  readonly kind: string
  readonly children: ReactNode
}

/** The card around what is shown; whoever needs the place below it folds it. */
export function SpotlightFrame({ hue = 'gray', icon, kind, children }: Props) {
  const session = useSession()
  const me = useMe()
  const target = useSessionFacts((facts) => facts.spotlight?.target ?? null)
  const [isFolded, fold] = useState(false)
  return (
    <section
      aria-label="In the spotlight"
      data-hue={hue}
      className="pointer-events-none absolute inset-x-0 bottom-0 px-3 pb-3 sm:px-5"
    >
      <div className="pointer-events-auto mx-auto flex max-w-208 gap-3 rounded-xl border border-hue bg-hue-soft px-4 py-3 shadow-float">
        <Presentation aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-hue" />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <p className="flex items-center gap-1.5 text-sm font-medium text-hue">
              {icon}
              {kind}
              <TopicTime />
            </p>
            {target !== null && <BackToIt target={target} />}
          </div>
          {!isFolded && <div className="mt-0.5">{children}</div>}
        </div>
        <div className="-mt-1 -mr-2 flex shrink-0 items-start">
          <IconButton
            size="sm"
            label={isFolded ? 'Unfold the spotlight' : 'Fold the spotlight'}
            icon={isFolded ? <ChevronUp /> : <ChevronDown />}
            onClick={() => fold(!isFolded)}
          />
          {me.role === 'facilitator' && (
            <IconButton
              size="sm"
              label="Take out of the spotlight"
              icon={<X />}
              onClick={() => void session.command({ type: 'spotlight.set', target: null })}
            />
          )}
        </div>
      </div>
    </section>
  )
}
