import type { TurnedAway } from '../../shared/protocol/close-reasons.ts'

/** Why the board does not take my changes any more. */
export type EndedBecause =
  /** Who I am is not known here any more: join again. */
  | 'no-identity'
  | 'no-such-board'
  | 'removed-from-board'
  /** The server came back from a backup that is older than the board, or than my joining it. My copy is kept. */
  | 'not-in-backup'
  | 'joined-after-backup'
  /** This page is older than the board: reload it. */
  | 'page-too-old'
  /** My copy does not fit the board any more and is being put in order. */
  | 'putting-in-order'

/** Whether changes survive a reload of the page: not in a private window. */
interface OnThisDevice {
  readonly keepsCopy: boolean
}

/** How safe my changes are. Never said to be better than it is. */
export type SavedState = OnThisDevice &
  (
    | { readonly state: 'connecting' }
    /** The server has everything of mine on disk. */
    | { readonly state: 'saved' }
    | { readonly state: 'saving' }
    /** The connection is gone and comes back by itself. */
    | { readonly state: 'offline'; readonly waiting: number }
    /** Nobody has answered for long. */
    | { readonly state: 'unreachable'; readonly waiting: number }
    /** There is no room for this browser now; it is let in by itself once there is. */
    | { readonly state: 'turned-away'; readonly because: TurnedAway; readonly waiting: number }
    | { readonly state: 'refused'; readonly because: EndedBecause }
  )

export interface Signs {
  readonly keepsCopy: boolean
  readonly ended: EndedBecause | null
  readonly isUp: boolean
  readonly isSaved: boolean
  readonly wasEverUp: boolean
  readonly turnedAway: TurnedAway | null
  /** For how long what is now has been so: connected, or not, with changes on the way. */
  readonly sinceMs: number
  /** The browser says that it has no network. */
  readonly hasNoNetwork: boolean
  /** Counts the changes of mine that the server is not known to have. */
  readonly waiting: () => number
}

/** Since when it has been as it is: the server in reach, and if so everything acknowledged. */
export interface Since {
  readonly isReached: boolean
  readonly isSaved: boolean
  /** Epoch milliseconds. */
  readonly at: number
}

/**
 * What is written while nobody can be reached changes nothing of since when that is so, and a network that goes is news
 * however long all was saved before. [CLIENT2]
 */
export function sinceNow(
  before: Since,
  { isUp, isSaved, hasNoNetwork }: Pick<Signs, 'isUp' | 'isSaved' | 'hasNoNetwork'>,
  now: number,
): Since {
  const isReached = isUp && !hasNoNetwork
  const isOther = before.isReached !== isReached || (isReached && before.isSaved !== isSaved)
  // A clock that was set back would say for an hour that all is well.
  return { isReached, isSaved, at: isOther ? now : Math.min(before.at, now) }
}

/** The first connection may take so long before the sign speaks of trouble. */
const patienceMs = 5000
/** An acknowledgement may take so long; then the line is dead, whatever the socket says. */
const stalledMs = 10_000
const unreachableMs = 30_000

/** [CLIENT2] */
export function savedStateOf(signs: Signs): SavedState {
  const { keepsCopy, ended, sinceMs, wasEverUp, turnedAway } = signs
  if (ended !== null) return { state: 'refused', because: ended, keepsCopy }
  if (turnedAway !== null) return { state: 'turned-away', because: turnedAway, waiting: signs.waiting(), keepsCopy }
  if (signs.isUp && !signs.hasNoNetwork) {
    if (signs.isSaved) return { state: 'saved', keepsCopy }
    if (sinceMs < stalledMs) return { state: wasEverUp ? 'saving' : 'connecting', keepsCopy }
    return { state: 'offline', waiting: signs.waiting(), keepsCopy }
  }
  if (!wasEverUp && sinceMs < patienceMs) return { state: 'connecting', keepsCopy }
  if (!wasEverUp || sinceMs >= unreachableMs) return { state: 'unreachable', waiting: signs.waiting(), keepsCopy }
  return { state: 'offline', waiting: signs.waiting(), keepsCopy }
}
