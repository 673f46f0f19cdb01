import { Fish } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { Factors } from './Factors.tsx'
import { FishboneDialog } from './FishboneDialog.tsx'
import { SeenBefore } from './seen-before.tsx'
import { WhyTree } from './WhyTree.tsx'

/** Why it happened: above all the `statement` of it, then the whys, and what else contributed. */
export function Causes({ statement }: { readonly statement: ReactNode }) {
  const mayEdit = useMayEdit('causes')
  const [isDrawn, setDrawn] = useState(false)
  return (
    <div className="@container space-y-6">
      {statement}
      <SeenBefore>
        <WhyTree
          mayEdit={mayEdit}
          beside={
            <Button size="sm" icon={<Fish />} onClick={() => setDrawn(true)}>
              Draw as a fishbone
            </Button>
          }
        />
        <Factors mayEdit={mayEdit} />
      </SeenBefore>
      {isDrawn && <FishboneDialog onClose={() => setDrawn(false)} />}
    </div>
  )
}
