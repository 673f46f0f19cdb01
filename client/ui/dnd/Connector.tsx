import { DndContext, MouseSensor, useDraggable, useSensor, useSensors } from '@dnd-kit/core'
import { type ReactElement, useState } from 'react'
import { tip } from '../Tooltip.tsx'
import { ConnectorLine } from './ConnectorLine.tsx'
import { silent } from './silent.ts'
import { type PointedAt, type Thing, usePointedAt } from './use-pointed-at.ts'

export interface ConnectorProps<Id extends string> {
  /** What an element belongs to that can be connected; null for anything else. */
  readonly thingAt: (element: Element) => Thing<Id> | null
  readonly icon: ReactElement
  /** On the handle, and on what it is held over. */
  readonly words: { readonly handle: string; readonly drop: string }
  readonly onPress: (id: Id) => void
  readonly onConnect: (from: Id, to: Id) => void
}

/**
 * A handle at the edge of whatever a mouse rests on: a line is drawn from it to what that is to be connected with.
 *
 * @remarks
 * There is one for the whole page, so that a thousand things cost no more than one. It is for the mouse alone; what it
 * does has a key and a menu item elsewhere.
 */
export function Connector<Id extends string>({ thingAt, icon, words, onPress, onConnect }: ConnectorProps<Id>) {
  const [from, setFrom] = useState<PointedAt<Id> | null>(null)
  const [over, setOver] = useState<Thing<Id> | null>(null)
  const pointedAt = usePointedAt(thingAt, from !== null)
  const at = from ?? pointedAt
  const sensors = useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 4 } }))
  const end = () => {
    setFrom(null)
    setOver(null)
  }
  if (at === null) return null
  return (
    <DndContext
      sensors={sensors}
      accessibility={silent}
      onDragStart={() => setFrom(at)}
      onDragEnd={() => {
        end()
        if (over !== null) onConnect(at.thing.id, over.id)
      }}
      onDragCancel={end}
    >
      <Handle at={at} icon={icon} label={words.handle} onPress={() => onPress(at.thing.id)} />
      {from !== null && (
        <ConnectorLine from={from} thingAt={thingAt} over={over} onOver={setOver} label={words.drop} icon={icon} />
      )}
    </DndContext>
  )
}

interface HandleProps {
  readonly at: PointedAt<string>
  readonly icon: ReactElement
  readonly label: string
  readonly onPress: () => void
}

function Handle({ at: { x, y }, icon, label, onPress }: HandleProps) {
  const { listeners, setNodeRef } = useDraggable({ id: 'connector' })
  return (
    <span
      ref={setNodeRef}
      {...listeners}
      {...tip(label)}
      data-connector
      aria-hidden="true"
      onClick={onPress}
      style={{ left: x, top: y }}
      className="fixed z-40 inline-flex size-5.5 -translate-x-1/2 -translate-y-1/2 cursor-crosshair items-center justify-center rounded-full border border-line-strong bg-surface text-ink-soft shadow-float hover:bg-ink hover:text-paper [&_svg]:size-3"
    >
      {icon}
    </span>
  )
}
