import type { Attendee } from './attendee.ts'

/** What became of a board, as the first of those who are there sees it. */
export function figuresOf(attendees: readonly Attendee[]): string {
  const [someone] = attendees
  if (someone === undefined) return 'nobody came'
  const { view } = someone.session
  const { notes, themes } = view.placement.get()
  const results = [...view.entries.results.all.get().values()].filter(({ closedAt }) => closedAt !== null)
  const votes = results.map(
    ({ voters, cast, votes }) => `${voters} voted, ${cast} cast = ${sum(Object.values(votes))} counted`,
  )
  return [
    `people     ${attendees.length}, who were cut off and came back ${sum(attendees.map(({ returns }) => returns))} times`,
    `notes      ${notes.size}`,
    `themes     ${themes.length}`,
    `votes      ${votes.join('; ') || 'not counted'}`,
    `actions    ${view.entries.actions.all.get().size}`,
  ].join('\n')
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
