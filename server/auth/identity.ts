import { createHmac, timingSafeEqual } from 'node:crypto'

export const identitySeconds = 365 * 24 * 60 * 60

/** Names a person to a browser, and believes only names it gave. */
export interface Identities {
  /** The cookie that says who is asking. */
  readonly cookie: { readonly name: string; readonly isSecure: boolean }
  /** A cookie's value: the person, until when, and our signature under both. */
  issue(person: string): string
  /** The person named by a request's `Cookie` header, if we signed that and its year is not over. */
  personOf(cookies: string | undefined): string | undefined
}

/**
 * Over https the cookie's name keeps it ours: no other host of the same domain can set one that starts with `__Host-`,
 * and so make somebody write as another person. [AUTH9]
 */
export function openIdentities(secret: string, now: () => number, { isSecure = false } = {}): Identities {
  const name = isSecure ? '__Host-hindsight' : 'hindsight'
  const sign = (text: string) => createHmac('sha256', secret).update(`identity ${text}`).digest('base64url')

  return {
    cookie: { name, isSecure },

    issue(person) {
      const claim = `${person}.${Math.floor(now() / 1000) + identitySeconds}`
      return `${claim}.${sign(claim)}`
    },

    personOf(cookies) {
      const [person, expires, signature, ...rest] = cookieNamed(name, cookies).split('.')
      if (!person || !expires || !signature || rest.length > 0) return undefined
      if (!isSame(signature, sign(`${person}.${expires}`))) return undefined
      return Number(expires) * 1000 > now() ? person : undefined
    },
  }
}

function cookieNamed(name: string, cookies = ''): string {
  for (const cookie of cookies.split(';')) {
    const [key, value] = cookie.split('=', 2)
    if (key?.trim() === name && value !== undefined) return value.trim()
  }
  return ''
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
