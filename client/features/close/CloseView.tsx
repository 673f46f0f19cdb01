import type { ReactNode } from 'react'
import { CheckIn } from './CheckIn.tsx'
import { Incomplete } from './Incomplete.tsx'
import { Numbers } from './Numbers.tsx'
import { TakeAway } from './TakeAway.tsx'
import { Takeaways } from './Takeaways.tsx'
import { TimeSpent } from './TimeSpent.tsx'

/** Wrapping up, in this order: what we take away, what is still open, when we look again, the report, the numbers. */
export function CloseView() {
  return (
    <div className="mx-auto max-w-192 space-y-10 px-4 py-8 sm:px-6">
      <Step id="close-takeaways" title="What do we take away?">
        <Takeaways />
      </Step>
      <Step id="close-actions" title="Who does what by when?">
        <Incomplete />
      </Step>
      <Step id="close-check-in" title="When do we check that it is done?">
        <CheckIn />
      </Step>
      <Step id="close-report" title="Take the report along">
        <TakeAway />
      </Step>
      <Step id="close-numbers" title="The session in numbers">
        <Numbers />
        <TimeSpent />
      </Step>
    </div>
  )
}

function Step({ id, title, children }: { readonly id: string; readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  )
}
