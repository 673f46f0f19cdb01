/** `Ana, Ben and Fay`. */
export function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' }).format(words)
}
