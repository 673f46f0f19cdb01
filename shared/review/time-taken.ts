/** `75 min` as long as a meeting; from two hours on `5 h 10 min`, from two days on `3 days 4 h`. Whole minutes in. [AGENDA9] */
export function timeTakenText(minutes: number): string {
  if (minutes < 120) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return pair(`${hours} h`, minutes % 60, 'min')
  return pair(`${Math.floor(hours / 24)} days`, hours % 24, 'h')
}

/** What one phase or a whole session took, beside what was planned for it, if anything was. */
export function ofPlannedText(spentMinutes: number, plannedMinutes: number | null): string {
  if (plannedMinutes === null) return timeTakenText(spentMinutes)
  return spentMinutes < 120
    ? `${spentMinutes} of ${plannedMinutes} min`
    : `${timeTakenText(spentMinutes)} of ${plannedMinutes} min`
}

function pair(whole: string, rest: number, unit: string): string {
  return rest === 0 ? whole : `${whole} ${rest} ${unit}`
}
