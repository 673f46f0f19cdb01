/** Where the text of a section's composer is kept. */
export function composerPlace(section: string): string {
  return `note:${section}`
}
