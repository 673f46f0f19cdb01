/** What can be chosen, in words. */
export const settingChoices = {
  ballot: [
    { value: 'secret', label: 'Secret', hint: 'Nobody sees counts before the votes are counted.' },
    { value: 'open', label: 'Open', hint: 'Everyone sees the counts grow, never whose votes.' },
  ],
  attribution: [
    { value: 'named', label: 'Show names', hint: 'Each note says who wrote it, once revealed.' },
    { value: 'anonymous', label: 'Anonymous', hint: 'Nobody is told who wrote what.' },
  ],
  editing: [
    { value: 'author', label: 'Its author', hint: 'Everyone can still group, move and discuss it.' },
    { value: 'anyone', label: 'Anyone', hint: 'Wordings are worked on together.' },
  ],
  reveal: [
    { value: 'together', label: 'All together', hint: 'Hidden while writing, revealed in one moment.' },
    { value: 'immediate', label: 'As written', hint: 'Each note is seen at once.' },
  ],
} as const
