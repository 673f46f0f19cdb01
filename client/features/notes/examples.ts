/** One note for each section as somebody else might have written it, about the system and not about a person. */
const examples: Readonly<Record<string, string>> = {
  'went-well': 'The replication alert fired within two minutes and named the right cluster.',
  lessons: 'Our failover assumes that both coasts agree who leads; nothing checks it.',
  'future-considerations': 'Rehearse a full restore once a quarter, with a clock running.',
  'ongoing-problems': 'Backups of the largest tables still take ten hours to load.',
}

export function exampleFor(section: string): string | undefined {
  return examples[section]
}
