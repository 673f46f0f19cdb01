/** Time and chance, brought in from the composition root. */
export interface FacilitationDeps {
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly newId: () => string
  /** At least 128 bits that nobody can guess. */
  readonly newSecret: () => string
  /** From 0 up to, but not including, 1; from a source nobody can predict, since it shuffles anonymous notes. */
  readonly random: () => number
  /** 32 bits. */
  readonly newClientId: () => number
}
