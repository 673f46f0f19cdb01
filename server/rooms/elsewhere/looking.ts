import type { Bus } from '../../bus/port.ts'
import type { SharedJournals } from '../../store/port.ts'
import type { RoomLimits } from '../limits.ts'
import type { Timers } from '../timers.ts'

/** A board in memory, as far as the store is asked about it. */
interface Followed {
  readonly id: string
  reached(head: number | undefined): Promise<void>
}

export interface LookingParts {
  readonly journals: SharedJournals
  readonly bus?: Bus | undefined
  readonly timers: Pick<Timers, 'every'>
  readonly limits: Pick<RoomLimits, 'lookMs'>
  boards(): readonly Followed[]
}

export interface Looking {
  end(): void
}

/**
 * Looks now and then, in one question, how far the boards are that are open here: what nobody told comes late, and not
 * never. [NODES4]
 */
export function looking({ journals, bus, timers, limits, boards }: LookingParts): Looking {
  let isOver = false
  let isLooking = false

  async function look(): Promise<void> {
    const open = boards()
    const heads = await journals.heads(open.map(({ id }) => id))
    await Promise.allSettled(open.map((board) => board.reached(heads.get(board.id))))
  }

  function lookNow(): void {
    if (isLooking || isOver) return
    isLooking = true
    look()
      .catch(() => {}) // a store that can't be read says so wherever it is asked
      .finally(() => {
        isLooking = false
      })
  }

  const stop = timers.every(limits.lookMs, lookNow)
  bus?.onGap(lookNow)
  return {
    end() {
      isOver = true
      stop()
    },
  }
}
