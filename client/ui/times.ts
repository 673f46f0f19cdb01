const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** `3 days ago`, `in 2 hours`, `now`. */
export function howLongAgo(then: number, now: number): string {
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  const apart = then - now
  for (const [unit, ms] of steps) {
    if (Math.abs(apart) >= ms) return format.format(Math.trunc(apart / ms), unit)
  }
  return 'just now'
}

/** `14:05`, on this machine's clock. */
export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
}
