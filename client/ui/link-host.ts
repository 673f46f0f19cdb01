/** Where a link leads: `tracker.example` of `https://tracker.example/1234`. */
export function linkHost(link: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(link)?.[1] ?? link
}
