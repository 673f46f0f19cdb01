import type { BoardAnswer, Problem } from '../../../shared/api/boards.ts'
import { type TurnedAway, turnedAwayIn } from '../../../shared/protocol/close-reasons.ts'
import type { Answer } from '../api.ts'
import type { ConnectionOptions, Ending } from './connection.ts'

/** Asks the server whether this copy of a board is welcome, and knows of which epoch the server is. */
export interface Reception {
  readonly ask: ConnectionOptions['ask']
  /** By the newest answer. */
  epoch(): string
}

export interface ReceptionOptions {
  readonly me: string
  /** The newest that is known. */
  readonly epoch: string
  readonly getBoard: () => Promise<Answer<BoardAnswer>>
  /** Somebody has answered. */
  readonly answered: () => void
}

export function openReception({ me, getBoard, answered, ...options }: ReceptionOptions): Reception {
  let { epoch } = options
  return {
    epoch: () => epoch,
    ask: async () => {
      const answer = await getBoard()
      if (!answer.allowed) return endingOf(answer.reason, epoch) ?? turnedAwayBy(answer.reason) ?? 'no-answer'
      if (!isOurs(answer.value)) return 'no-answer'
      if (answer.value.me.id !== me) return 'no-identity'
      answered()
      const isSame = answer.value.board.epoch === epoch
      epoch = answer.value.board.epoch
      return isSame ? 'welcome' : 'other-epoch'
    },
  }
}

/** A network that wants to be signed in to may answer in JSON too. [DEVICE7] */
function isOurs(answer: Partial<BoardAnswer> | null): boolean {
  return typeof answer?.me?.id === 'string' && typeof answer.board?.epoch === 'string'
}

/**
 * What an answer without a board means for good; undefined where asking again may help.
 *
 * @remarks
 * Only our own server's word counts: what a proxy or a login page of a train answers says nothing about a board, and
 * believing it would delete copies. A board that is missing in a store of another epoch was not deleted. [DEVICE7] [SALVAGE13]
 */
export function endingOf({ type, epoch }: Problem, known: string | undefined): Ending | undefined {
  const isRestored = epoch !== undefined && known !== undefined && epoch !== known
  switch (type) {
    case 'no-identity':
      return 'no-identity'
    case 'no-such-board':
      return isRestored ? 'not-in-backup' : 'no-such-board'
    case 'not-a-member':
      // Whoever is removed stays known as such: this browser is somebody else now, who never was here. [DEVICE6]
      return isRestored ? 'joined-after-backup' : 'no-identity'
    case 'removed':
      return isRestored ? 'joined-after-backup' : 'removed-from-board'
    default:
      return undefined
  }
}

function turnedAwayBy({ type }: Problem): TurnedAway | null {
  return type === 'too-many-requests' ? 'too-fast' : turnedAwayIn(type)
}
