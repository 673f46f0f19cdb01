import { Link2 } from 'lucide-react'
import { useCallback } from 'react'
import { isLive } from '../../../shared/review/placement.ts'
import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { useSession } from '../../session/context.tsx'
import { useLinking } from '../../session/linking.tsx'
import { useRecordVerbs } from '../../session/record-verbs.ts'
import { announce } from '../../ui/announce.ts'
import { Connector } from '../../ui/dnd/Connector.tsx'
import { toast } from '../../ui/toast.ts'
import { thingAt } from './things-on-page.ts'
import { useCausesFolded } from './use-causes-folded.ts'

const roots = { event: 'timeline', cause: 'causes', note: 'notes', theme: 'themes', action: 'actions' } as const

/** Links things by a line from one to the other: unlike a note that is moved, nothing leaves its place. [LINK7] */
export function LinkByDragging() {
  const { view } = useSession()
  const { pick } = useLinking()
  const verbs = useRecordVerbs()
  const isFolded = useCausesFolded()

  const linkableAt = useCallback(
    (element: Element) => {
      const thing = thingAt(element)
      const { kind = 'section', id = '' } = (thing && parseTarget(thing.id)) ?? {}
      if (thing === null || kind === 'section' || (kind === 'cause' && isFolded)) return null
      const entry = view.entries[roots[kind]].entry(id).get()
      return entry !== undefined && isLive(entry) ? thing : null
    },
    [view, isFolded],
  )
  const link = (from: Target, to: Target) => {
    const added = verbs.addLink(from, to)
    if (!added.allowed) return toast({ title: refusals[added.reason] ?? 'The link could not be made', tone: 'danger' })
    announce('Linked')
    toast({ title: 'Linked', action: { label: 'Undo', onClick: () => void verbs.removeLinks([added.value]) } })
  }
  return (
    <Connector
      thingAt={linkableAt}
      icon={<Link2 />}
      words={{ handle: 'Drag to link it', drop: 'Link' }}
      onPress={pick}
      onConnect={link}
    />
  )
}

const refusals: Readonly<Partial<Record<string, string>>> = { 'linked-already': 'They are linked already' }
