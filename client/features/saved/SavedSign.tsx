import { CloudAlert, CloudCheck, CloudOff, LoaderCircle } from 'lucide-react'
import type { ReactElement } from 'react'
import { usePresence } from '../../session/hooks.ts'
import type { SavedState } from '../../session/saved-state.ts'
import { useSavedState } from '../../session/use-saved.ts'
import { classes } from '../../ui/classes.ts'
import { turnedAwayWords } from './turned-away.ts'

interface Sign {
  readonly words: string
  /** On a phone, where something is amiss. */
  readonly short?: string
  readonly more: string
  readonly icon: ReactElement
  readonly look: string
}

/** The one honest sign of safety: an icon and a word, and in the tooltip what it means. */
export function SavedSign() {
  const isLate = usePresence((_people, server) => server?.late === true)
  const sign = signOf(useSavedState(), isLate)
  return (
    <span
      role="status"
      aria-label="Saved state"
      title={sign.more}
      className={classes('flex items-center gap-1.5 text-sm whitespace-nowrap [&_svg]:size-4', sign.look)}
    >
      {sign.icon}
      <span className="max-sm:sr-only">{sign.words}</span>
      {sign.short && (
        <span aria-hidden="true" className="sm:hidden">
          {sign.short}
        </span>
      )}
    </span>
  )
}

/** `isLate`: what some of the others do comes late, whatever becomes of mine. */
export function signOf(saved: SavedState, isLate = false): Sign {
  switch (saved.state) {
    case 'connecting':
      return {
        words: 'Connecting',
        more: 'Reaching the board.',
        icon: <LoaderCircle className="animate-spin" />,
        look: 'text-ink-soft',
      }
    case 'saved':
      if (isLate) {
        return {
          words: 'Saved, others come late',
          short: 'Late',
          more: 'Everything you did is on the server’s disk. What some others do takes a few seconds to come, and not everybody who is here may be shown.',
          icon: <CloudCheck />,
          look: 'text-amber font-medium',
        }
      }
      return {
        words: 'Saved',
        more: saved.keepsCopy
          ? 'Everything you did is on the server’s disk.'
          : 'Everything you did is on the server’s disk. This browser keeps no copy of its own.',
        icon: <CloudCheck />,
        look: 'text-ink-soft',
      }
    case 'saving':
      return {
        words: 'Saving',
        more: 'On its way to the server.',
        icon: <LoaderCircle className="animate-spin" />,
        look: 'text-ink-soft',
      }
    case 'offline':
      return {
        words: saved.waiting === 0 ? 'Offline' : `Offline, ${changes(saved.waiting)} waiting`,
        short: saved.waiting === 0 ? 'Offline' : `Offline, ${saved.waiting}`,
        more: keepSentence(saved.keepsCopy),
        icon: <CloudOff />,
        look: 'text-amber font-medium',
      }
    case 'unreachable':
      return {
        words:
          saved.waiting === 0 ? 'Can’t reach the board' : `Can’t reach the board, ${changes(saved.waiting)} waiting`,
        short: 'Unreachable',
        more: keepSentence(saved.keepsCopy),
        icon: <CloudAlert />,
        look: 'text-danger font-medium',
      }
    case 'turned-away':
      return {
        words: saved.waiting === 0 ? 'Not let in yet' : `Not let in yet, ${changes(saved.waiting)} waiting`,
        short: 'Not let in',
        more: `${turnedAwayWords[saved.because].happened} ${keepSentence(saved.keepsCopy)}`,
        icon: <CloudAlert />,
        look: 'text-danger font-medium',
      }
    case 'refused':
      return {
        words: saved.because === 'putting-in-order' ? 'Putting in order' : 'Not saved',
        short: 'Not saved',
        more: 'The board does not take your changes as they are. They are kept here.',
        icon: <CloudAlert />,
        look: 'text-danger font-medium',
      }
  }
}

function keepSentence(keepsCopy: boolean): string {
  return keepsCopy
    ? 'Go on: your changes are kept on this device, also over a reload, and sent as soon as there is a connection.'
    : 'Go on: your changes are sent as soon as there is a connection. This browser keeps none of them, so don’t close this page.'
}

function changes(count: number): string {
  return `${count} change${count === 1 ? '' : 's'}`
}
