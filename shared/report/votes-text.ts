/** `1 vote`, `12 votes`. */
export function votesText(votes: number): string {
  return votes === 1 ? '1 vote' : `${votes} votes`
}
