import { Ellipsis } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../../ui/Button.tsx'
import { Popover } from '../../ui/Popover.tsx'

export interface DockProps {
  readonly next: ReactNode
  readonly round: ReactNode
  readonly spotlight: ReactNode
  readonly howFar: ReactNode
  readonly timer: ReactNode
  readonly pace: ReactNode
}

/** Everything a facilitator needs, in one line at the bottom; on a phone the next step, and the rest behind a button. */
export function Dock({ next, round, spotlight, howFar, timer, pace }: DockProps) {
  return (
    <section aria-label="Leading the review" className="flex min-w-0 flex-1 items-center gap-3">
      <div className="min-w-0 flex-1">{next}</div>
      <div className="flex items-center gap-2 max-sm:hidden">
        {round}
        {spotlight}
        {howFar}
      </div>
      <div className="flex items-center gap-3 max-xl:hidden">
        {timer}
        {pace}
      </div>
      <div className="xl:hidden">
        <Popover
          title="Leading the review"
          quietTitle
          trigger={<IconButton label="More for leading" variant="secondary" icon={<Ellipsis />} />}
        >
          <div className="flex flex-col items-start gap-3">
            {timer}
            <div className="flex flex-col items-start gap-2 sm:hidden">
              {round}
              {spotlight}
              {howFar}
            </div>
            {pace}
          </div>
        </Popover>
      </div>
    </section>
  )
}
