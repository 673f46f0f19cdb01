import {
  KeyboardCode,
  KeyboardSensor,
  MouseSensor,
  type SensorDescriptor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { MouseEvent, TouchEvent } from 'react'
import type { WalkKeys } from './keyboard.ts'

/** Fingers scroll; only one that rests for a moment drags. */
const touch = { delay: 220, tolerance: 8 }

/** A click is not a drag. */
const mouse = { distance: 6 }

/**
 * Drags by mouse, by touch, and by keyboard: Space lifts, arrows walk, Space drops, Escape gives up.
 *
 * What lies inside an item and can be typed in or pressed never starts a drag.
 */
export function useDragSensors(walk: WalkKeys): SensorDescriptor<object>[] {
  return useSensors(
    useSensor(BackgroundMouse, { activationConstraint: mouse }),
    useSensor(BackgroundTouch, { activationConstraint: touch }),
    useSensor(KeyboardSensor, {
      keyboardCodes: {
        start: [KeyboardCode.Space],
        cancel: [KeyboardCode.Esc, KeyboardCode.Tab],
        end: [KeyboardCode.Space, KeyboardCode.Enter],
      },
      coordinateGetter: walk,
      scrollBehavior: 'auto',
    }),
  )
}

class BackgroundMouse extends MouseSensor {
  static override activators = [
    {
      eventName: 'onMouseDown' as const,
      handler: ({ nativeEvent }: MouseEvent) => nativeEvent.button === 0 && isBackground(nativeEvent.target),
    },
  ]
}

class BackgroundTouch extends TouchSensor {
  static override activators = [
    {
      eventName: 'onTouchStart' as const,
      handler: ({ nativeEvent }: TouchEvent) => nativeEvent.touches.length === 1 && isBackground(nativeEvent.target),
    },
  ]
}

function isBackground(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, input, textarea, select, [data-no-drag]') === null
}
