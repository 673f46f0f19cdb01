/** Where a link leads, as a browser reads it: `tracker.example` of `https://tracker.example/1234`. */
export function linkHost(link: string): string {
  return URL.canParse(link) ? new URL(link).host : link
}
