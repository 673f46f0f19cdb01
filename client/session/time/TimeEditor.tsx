import { useRef, useState } from 'react'
import { instantFromWallTime, timeInBothZones, wallTimeOf, zoneName } from '../../../shared/incident/local-time.ts'
import { momentOf } from '../../../shared/incident/moment.ts'
import { useRemembered } from '../../ui/remembered.ts'
import { Select } from '../../ui/Select.tsx'
import { myZone } from '../my-zone.ts'

export interface TimeEditorProps {
  /** Accessible name of the time. */
  readonly label: string
  /** ISO 8601 in UTC; null where none is known. */
  readonly value: string | null
  /** Where none is known: what one begins from. It is taken on Enter, and on leaving only once it was changed. */
  readonly start?: string | null
  /** Heard on Enter and on leaving; null where the time was cleared. */
  readonly onCommit: (value: string | null) => void
  /** Heard after that, and on Escape. */
  readonly onDone?: () => void
  readonly autoFocus?: boolean
}

/** A date and a time, entered in UTC or in my zone, with the other one beside it. */
export function TimeEditor({ label, value, start = null, onCommit, onDone, autoFocus = false }: TimeEditorProps) {
  const mine = myZone()
  const [zone, chooseZone] = useEntryZone()
  const [typed, setTyped] = useState<string | null>(null)
  const [isPartial, setPartial] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const shown = typed ?? wallText(value ?? start, zone)
  const instant = shown === '' ? null : instantOfWall(shown, zone)

  /** Says whether it is over: of what is half-typed nothing is thrown away. */
  const commit = (takesStart: boolean) => {
    if (input.current?.validity.badInput === true) {
      setPartial(true)
      return false
    }
    const isGiven = typed !== null || takesStart
    if (isGiven && (instant !== null || typed === '') && instant !== value) onCommit(instant)
    setTyped(null)
    return true
  }
  return (
    <fieldset
      aria-label={label}
      className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1"
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        if (commit(false)) onDone?.()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !commit(true)) return
        if (event.key === 'Escape') {
          event.stopPropagation()
          setTyped(null)
        }
        if (event.key === 'Enter' || event.key === 'Escape') {
          const place = event.currentTarget.parentElement
          onDone?.()
          requestAnimationFrame(() => backTo(place))
        }
      }}
    >
      <input
        ref={input}
        type="datetime-local"
        aria-label={`${label}, date and time`}
        // biome-ignore lint/a11y/noAutofocus: it replaces the button that was just pressed
        autoFocus={autoFocus}
        max="9999-12-31T23:59"
        value={shown}
        aria-invalid={isPartial || undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          setPartial(false)
        }}
        className="field-box tabular w-auto!"
      />
      {mine !== 'UTC' && (
        <Select
          label={`${label}, zone`}
          value={zone === 'UTC' ? 'utc' : 'mine'}
          options={[
            { value: 'utc', label: 'UTC' },
            { value: 'mine', label: zoneLabel(value, mine) },
          ]}
          onChange={(next) => {
            chooseZone(next)
            if (typed !== null && instant !== null) setTyped(wallText(instant, next === 'utc' ? 'UTC' : mine))
          }}
        />
      )}
      <span className="tabular text-sm text-ink-soft" aria-live="polite">
        {instant === null ? '' : timeInBothZones(instant, mine)}
      </span>
      {isPartial && (
        <p role="alert" className="basis-full text-sm text-danger">
          A time needs its day, hour and minute.
        </p>
      )}
    </fieldset>
  )
}

/** In which zone this person enters times. */
export function useEntryZone(): readonly [zone: string, choose: (which: 'utc' | 'mine') => void] {
  const [which, remember] = useRemembered('entry-zone', 'utc')
  return [which === 'mine' ? myZone() : 'UTC', remember]
}

/** The letters of a zone at a moment, or now-a-days where none is given. */
export function zoneLabel(instant: string | null, zone: string): string {
  const ms = momentOf(instant)
  return ms === null ? zone.replace(/^.*\//u, '').replaceAll('_', ' ') : zoneName(ms, zone)
}

function wallText(instant: string | null, zone: string): string {
  const wall = instant === null ? null : wallTimeOf(instant, zone)
  return wall === null ? '' : `${wall.date}T${wall.time}`
}

function instantOfWall(text: string, zone: string): string | null {
  const [date = '', time = ''] = text.split('T')
  // While a year is being typed its first digits are a year too.
  return date < '1900' ? null : instantFromWallTime({ date, time }, zone)
}

/** The keyboard goes to the button that took the editor's place, if it was left nowhere. */
function backTo(place: HTMLElement | null): void {
  if (document.activeElement === document.body) place?.querySelector('button')?.focus()
}
