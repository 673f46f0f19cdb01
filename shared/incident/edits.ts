/** Who changed a part of the board last, and when. */
export interface Edit {
  /** Person id; null where that is not told: on an anonymous board, or where it was no person. */
  readonly by: string | null
  /** Epoch milliseconds, within a minute. */
  readonly at: number
}

/** When anything of the board's content changed last, epoch milliseconds; null where that is not known. */
export function lastUpdatedAt(edits: readonly Pick<Edit, 'at'>[]): number | null {
  return edits.length === 0 ? null : Math.max(...edits.map(({ at }) => at))
}

/** The entry that says when anything of the board changed last. Every other one is named after its part. */
export const contentEdit = 'content'

/** Somebody who goes on changing the same thing is written down again after so long. */
export const restampAfterMs = 60_000
