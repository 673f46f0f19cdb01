/** `1 vote`, `12 votes`. */
export function votesText(votes: number): string {
  return votes === 1 ? '1 vote' : `${votes} votes`
}

/** `one person`, `5 people`, `5 of 7 people, 1 abstained`. */
export function votersText({
  voters,
  eligible,
  abstained = 0,
}: {
  readonly voters: number
  readonly eligible?: number | undefined
  readonly abstained?: number | undefined
}): string {
  const all = eligible !== undefined && eligible > voters ? `${voters} of ${eligible} people` : null
  const people = all ?? (voters === 1 ? 'one person' : `${voters} people`)
  return abstained === 0 ? people : `${people}, ${abstained} abstained`
}

/** ` 6 votes more for 4 people in the room, counted apart.`; empty where there are none. */
export function roomText({
  room,
}: {
  readonly room?: { readonly people: number; readonly cast: number } | undefined
}): string {
  return room === undefined ? '' : ` ${votesText(room.cast)} more for ${room.people} people in the room, counted apart.`
}
