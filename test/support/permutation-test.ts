/** Something that can be read off a thing, and the group that the thing secretly belongs to. */
export interface Reading {
  readonly value: number
  readonly group: string
}

/**
 * How likely chance alone would show as much of the groups as these readings do: near 0 where they give them away.
 *
 * Readings come in batches; within a batch any mark may be on any reading. What is looked at is how far each group lies
 * from the middle, summed over all batches. `shuffles` decides how small an answer can get: 1 / (shuffles + 1).
 */
export function chanceOf(
  batches: readonly (readonly Reading[])[],
  { shuffles, random }: { readonly shuffles: number; readonly random: () => number },
): number {
  const seen = distance(batches)
  let asMuch = 0
  for (let n = 0; n < shuffles; n++) {
    const mixed = batches.map((batch) => {
      const groups = shuffled(
        batch.map(({ group }) => group),
        random,
      )
      return batch.map(({ value }, index) => ({ value, group: groups[index] ?? '' }))
    })
    if (distance(mixed) >= seen - 1e-9) asMuch += 1
  }
  return (asMuch + 1) / (shuffles + 1)
}

/** Sum over the groups of how far the mean of their places is from the middle, squared. Equal values share a place. */
function distance(batches: readonly (readonly Reading[])[]): number {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const batch of batches) {
    const values = batch.map(({ value }) => value)
    for (const { value, group } of batch) {
      const below = values.filter((each) => each < value).length
      const above = values.filter((each) => each > value).length
      const entry = sums.get(group) ?? { sum: 0, count: 0 }
      sums.set(group, { sum: entry.sum + below - above, count: entry.count + 1 })
    }
  }
  return [...sums.values()].reduce((total, { sum, count }) => total + (sum / count) ** 2, 0)
}

function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  const left = [...list]
  const drawn: T[] = []
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1))
  return drawn
}

/** A fixed course of chance. */
export function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
