/** What an invitation says, for a mail or a calendar entry. */
export interface Invitation {
  readonly title: string
  /** In words and with its zone; null: not said yet. */
  readonly when: string | null
  readonly agenda: readonly { readonly title: string; readonly minutes: number | null }[]
  readonly link: string
}

/** The invitation as plain text: when, what, where, and in which spirit. */
export function invitationText({ title, when, agenda, link }: Invitation): string {
  const total = agenda.reduce((sum, item) => sum + (item.minutes ?? 0), 0)
  return [
    `Incident review: ${title}`,
    '',
    ...(when === null ? [] : [`When: ${when}`]),
    `Join: ${link}`,
    'No account is needed. The link is for us; please keep it among those invited.',
    '',
    `Agenda${total > 0 ? ` (${total} minutes)` : ''}:`,
    ...agenda.map((item) => `- ${item.title}${item.minutes === null ? '' : `, ${item.minutes} min`}`),
    '',
    'This review is blameless. Everyone did the best job they could with what they knew at the time; we look for what',
    'in our systems and our ways of working let this happen, never for who.',
    'If you responded to the incident, please note down what you saw and did. You can write your notes on the board',
    'before we meet: only you can see them until we reveal them together.',
  ].join('\n')
}
