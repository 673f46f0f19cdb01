import { cloneElement, type ReactElement, type Ref, type RefObject, useCallback } from 'react'

/** A button that passes on its props and ref. */
export type TriggerElement = ReactElement<Record<string, unknown>>

/** The trigger, made to open a popup: it says so to a screen reader and stays the same element all the while. */
export function popupTrigger(
  trigger: TriggerElement,
  popup: {
    readonly kind: 'menu' | 'dialog'
    readonly open: boolean
    readonly ref: Ref<HTMLElement>
    readonly onToggle: () => void
    /** The arrow key that opens it as well. */
    readonly opensOnArrow?: boolean
  },
): ReactElement {
  return cloneElement(trigger, {
    ref: popup.ref,
    'aria-haspopup': popup.kind,
    'aria-expanded': popup.open,
    'data-popup-open': popup.open ? '' : undefined,
    onClick: (event: MouseEvent) => {
      call(trigger.props.onClick, event)
      popup.onToggle()
    },
    onKeyDown: (event: KeyboardEvent) => {
      call(trigger.props.onKeyDown, event)
      if (popup.opensOnArrow !== true || popup.open || event.key !== 'ArrowDown') return
      event.preventDefault()
      popup.onToggle()
    },
  })
}

/** Keeps the trigger's element for placing the popup, and hands it on to whoever gave the trigger a ref. */
export function useTriggerRef(trigger: TriggerElement, anchor: RefObject<HTMLElement | null>): Ref<HTMLElement> {
  const own = trigger.props.ref
  return useCallback(
    (element: HTMLElement | null) => {
      anchor.current = element
      if (typeof own === 'function') own(element)
      else if (isRefObject(own)) own.current = element
    },
    [anchor, own],
  )
}

/** A press on the trigger is for the trigger to answer, not a press outside. */
export function isOnTrigger(event: Event, anchor: RefObject<HTMLElement | null>): boolean {
  return event.target instanceof Node && anchor.current?.contains(event.target) === true
}

/** A popup that closes gives the keyboard back only while it has it: by then somebody may be typing elsewhere. [A11Y9] */
export function hasKeyboard(popup: RefObject<HTMLElement | null>): boolean {
  const at = document.activeElement
  return at === null || at === document.body || popup.current?.contains(at) === true
}

function call(handler: unknown, event: unknown): void {
  if (typeof handler === 'function') handler(event)
}

function isRefObject(ref: unknown): ref is { current: HTMLElement | null } {
  return typeof ref === 'object' && ref !== null && 'current' in ref
}
