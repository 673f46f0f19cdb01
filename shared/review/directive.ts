/** Read aloud when the tone is set, and shown at the top of every report. */
export const primeDirective = {
  text:
    'Regardless of what we discover, we understand and truly believe that everyone did the best job they could, ' +
    'given what they knew at the time, their skills and abilities, the resources available, and the situation at hand.',
  author: 'Norm Kerth',
  source: 'Project Retrospectives: A Handbook for Team Reviews',
} as const

/** How to speak and write in a blameless review. */
export const blamelessTips: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: 'Systems, not people',
    text: 'Ask what made the step reasonable at the time, and what let it reach production, never who took it.',
  },
  {
    title: 'Objective wording',
    text: 'Write what happened without judging it: “the alert fired after 12 minutes”, not “the alert was far too late”.',
  },
  {
    title: 'Observable facts',
    text: 'Tell what could be seen in logs, graphs and messages apart from what was assumed.',
  },
  {
    title: 'No hindsight',
    text: 'Describe what was known then. What is obvious now was one of many possibilities at the time.',
  },
]

/** Whom to invite, for the list that comes before a session. */
export const whomToInvite: readonly string[] = [
  'Those who responded: they know what was seen and done.',
  'Those who can change the system: they can own the actions.',
]
