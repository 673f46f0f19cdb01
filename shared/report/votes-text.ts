/** `1 vote`, `12 votes`. */
export function votesText(votes: number): string {
  return votes === 1 ? '1 vote' : `${votes} votes`
}

/** `one person`, `5 people`, `5 of 7 people, 1 abstained`. */
function votersText({ voters, eligible, abstained = 0 }: Turnout): string {
  const all = eligible !== undefined && eligible > voters ? `${voters} of ${eligible} people` : null
  const people = all ?? (voters === 1 ? 'one person' : `${voters} people`)
  return abstained === 0 ? people : `${people}, ${abstained} abstained`
}

/** Who voted in a round, and with how many votes. */
export interface Turnout {
  readonly cast: number
  readonly voters: number
  readonly eligible?: number | undefined
  readonly abstained?: number | undefined
  /** What was given for people in the room, counted apart. */
  readonly room?: { readonly people: number; readonly cast: number } | undefined
}

/**
 * `12 votes cast by 5 of 7 people, 12 counted. 6 votes more for 4 people in the room, counted apart.`; where there are
 * none, `None of 7 people voted, 1 abstained.` `counted`: left out where it is not said. [REPORT59]
 */
export function turnoutText(turnout: Turnout, counted?: number): string {
  const { cast, room } = turnout
  const sum = counted === undefined ? '' : `, ${counted} counted`
  const all = cast === 0 ? nobodyText(turnout) : `${votesText(cast)} cast by ${votersText(turnout)}${sum}.`
  if (room === undefined) return all
  const more = cast === 0 ? '' : ' more'
  return `${all} ${votesText(room.cast)}${more} for ${room.people} people in the room, counted apart.`
}

function nobodyText({ eligible = 0, abstained = 0 }: Turnout): string {
  const nobody = eligible > 1 ? `None of ${eligible} people voted` : 'Nobody voted'
  return abstained === 0 ? `${nobody}.` : `${nobody}, ${abstained} abstained.`
}
