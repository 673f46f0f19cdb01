import { RecordHead } from './RecordHead.tsx'
import { RecordProse } from './RecordProse.tsx'
import { RecordTimes } from './RecordTimes.tsx'
import { Responders } from './Responders.tsx'
import { Services } from './Services.tsx'

/** The facts of the incident, to be read and mended by everyone at once. */
export function Record() {
  return (
    <div className="@container space-y-6">
      <RecordHead />
      <RecordProse />
      <section>
        <h3 className="mb-1 font-medium">Times</h3>
        <RecordTimes />
      </section>
      <Services />
      <Responders />
    </div>
  )
}
