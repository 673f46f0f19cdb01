import { type ReactElement, useEffect, useState } from 'react'
import type { PointedAt, Thing } from './use-pointed-at.ts'

interface ConnectorLineProps<Id extends string> {
  readonly from: PointedAt<Id>
  readonly thingAt: (element: Element) => Thing<Id> | null
  readonly over: Thing<Id> | null
  readonly onOver: (thing: Thing<Id> | null) => void
  readonly label: string
  readonly icon: ReactElement
}

/** The line from a handle to the mouse, and a frame around what it would be connected with. */
export function ConnectorLine<Id extends string>({ from, thingAt, over, onOver, label, icon }: ConnectorLineProps<Id>) {
  const [mouse, setMouse] = useState({ x: from.x, y: from.y })

  useEffect(() => {
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      setMouse({ x, y })
      const found = thingAt(document.elementFromPoint(x, y) ?? document.body)
      onOver(found === null || found.id === from.thing.id ? null : found)
    }
    window.addEventListener('pointermove', move)
    return () => window.removeEventListener('pointermove', move)
  }, [from, thingAt, onOver])

  const box = over?.element.getBoundingClientRect()
  const bend = (mouse.x - from.x) / 2
  return (
    <div aria-hidden="true" className="pointer-events-none fixed inset-0 z-50">
      {box !== undefined && (
        <div
          style={{ left: box.left - 3, top: box.top - 3, width: box.width + 6, height: box.height + 6 }}
          className="fixed rounded-lg border-2 border-dashed border-ink"
        >
          <span className="absolute -top-3 left-3 inline-flex items-center gap-1 rounded-full bg-ink px-2.5 py-0.5 text-sm font-medium text-paper [&_svg]:size-3.5">
            {icon}
            {label}
          </span>
        </div>
      )}
      <svg aria-hidden="true" className="size-full">
        <path
          d={`M ${from.x} ${from.y} C ${from.x + bend} ${from.y}, ${mouse.x - bend} ${mouse.y}, ${mouse.x} ${mouse.y}`}
          className="fill-none stroke-ink"
          strokeWidth="2"
          strokeDasharray="5 4"
        />
        <circle cx={mouse.x} cy={mouse.y} r="4" className="fill-ink" />
      </svg>
    </div>
  )
}
