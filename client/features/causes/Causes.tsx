import { Fish } from 'lucide-react'
import { useState } from 'react'
import { useMayEdit } from '../../session/use-may-edit.ts'
import { Button } from '../../ui/Button.tsx'
import { Factors } from './Factors.tsx'
import { FishboneDialog } from './FishboneDialog.tsx'
import { Statement } from './Statement.tsx'
import { SeenBefore } from './seen-before.tsx'
import { WhyTree } from './WhyTree.tsx'

/** Why it happened: what was seen and what made it possible, the whys between them, and what else contributed. */
export function Causes() {
  const mayEdit = useMayEdit('causes')
  const [isDrawn, setDrawn] = useState(false)
  return (
    <div className="@container space-y-6">
      <Statement />
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
