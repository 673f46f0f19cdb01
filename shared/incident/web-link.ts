/** As long as the board takes. */
const longest = 2000

const form =
  /^https?:\/\/(?<host>(?:[a-z\d_-]+\.)*[a-z_-][a-z\d_-]*|\d{1,3}(?:\.\d{1,3}){3})(?::(?<port>\d{1,5}))?(?:[/?#]\S*)?$/iu

/** Whether this is a web address that the board takes as a link. */
export function isWebLink(text: string): boolean {
  const { host = '', port = '0' } = form.exec(text)?.groups ?? {}
  if (host === '' || text.length > longest || Number(port) > 65_535 || /(?:^|\.)xn--/iu.test(host)) return false
  return /[a-z_-]/iu.test(host) || host.split('.').every((octet) => Number(octet) <= 255)
}

/**
 * A web address at the end of a text, apart from it. What ends the sentence is no part of the address, nor is the bracket
 * around it: a text that closes one after the address keeps the address, too.
 */
export function readLink(text: string): { readonly link: string | null; readonly text: string } {
  const found = /^(?<text>.*\S)\s+<?(?<link>https?:\/\/[^\s<>]+)>?$/su.exec(text)?.groups
  const { address, closes } = withoutEnd(found?.link ?? '')
  return isWebLink(address) ? { link: address, text: closes ? text : (found?.text ?? text) } : { link: null, text }
}

const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

function withoutEnd(written: string): { readonly address: string; readonly closes: boolean } {
  const last = written.at(-1) ?? ''
  const opening = brackets[last]
  const isOpen = opening !== undefined && written.split(opening).length < written.split(last).length
  if (!isOpen && !/[.,;:!?'"”’]/u.test(last)) return { address: written, closes: false }
  const { address, closes } = withoutEnd(written.slice(0, -1))
  return { address, closes: closes || isOpen }
}
