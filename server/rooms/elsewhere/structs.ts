import * as Y from 'yjs'

/**
 * Whether an update brings structs under an id that one of the others brings, too.
 *
 * @remarks
 * They may be the same, from somebody who was cut off and sent them again elsewhere, or others, from somebody who means
 * harm: then replicas would differ for ever, since each keeps what it heard first.
 */
export function haveStructsInCommon(ours: readonly Uint8Array[], theirs: Uint8Array): boolean {
  const there = rangesOf(theirs)
  return ours.some((update) =>
    [...rangesOf(update)].some(([client, [from, to]]) => {
      const [otherFrom, otherTo] = there.get(client) ?? [0, 0]
      return from < otherTo && otherFrom < to
    }),
  )
}

/** Client id -> from which clock, and up to which. */
function rangesOf(update: Uint8Array): ReadonlyMap<number, readonly [number, number]> {
  const { from, to } = Y.parseUpdateMeta(update)
  return new Map([...to].map(([client, end]) => [client, [from.get(client) ?? 0, end]]))
}
