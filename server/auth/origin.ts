/** Where a request says it comes from, and the address it was sent to. */
export interface RequestOrigin {
  readonly origin: string | undefined
  readonly host: string | undefined
}

/**
 * Whether a page of ours sent this, or something that is no page at all.
 *
 * Without a public address, ours is whatever the browser itself took for the server's address.
 */
export function isOwnOrigin({ origin, host }: RequestOrigin, publicUrl: string | undefined): boolean {
  if (origin === undefined) return true
  if (publicUrl !== undefined) return origin === publicUrl
  if (!URL.canParse(origin) || host === undefined) return false
  const from = new URL(origin)
  return /^https?:$/.test(from.protocol) && from.host === host.toLowerCase()
}
