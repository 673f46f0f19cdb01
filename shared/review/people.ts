export type Role = 'facilitator' | 'participant' | 'observer'

/** Everyone who is or was on a board. `left` is set once they were removed; the entry stays, since notes point at it. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly color: string
  readonly role: Role
  /** Epoch milliseconds. */
  readonly joinedAt: number
  /** False for a facilitator who only facilitates: not a writer, not a voter. */
  readonly counts: boolean
  /** Epoch milliseconds. */
  readonly left?: number | undefined
}
