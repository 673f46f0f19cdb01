import type { Page } from '@playwright/test'

/** What went on in a page that nobody meant to. */
export interface Watch {
  /** Scripts that ran, dialogs, breaches of the policy, requests elsewhere, errors; empty where all is well. */
  readonly wrong: readonly string[]
  /** Every text that was on the page when it was looked at, and what stood in its fields. */
  seen(): string
  /** Looks at the page as it is now: gathers its words, and what markup there is that no component made. */
  look(): Promise<void>
}

declare global {
  interface Window {
    /** The canary: what any injected script would call. */
    pwned(): void
    breached(directive: string): void
  }
}

/** To be set up before the page opens anything. */
export async function watchPage(page: Page, origin: string): Promise<Watch> {
  const wrong: string[] = []
  let words = ''
  await page.exposeFunction('pwned', () => void wrong.push(`a script ran on ${page.url()}`))
  await page.exposeFunction('breached', (directive: string) => void wrong.push(`a breach of ${directive}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      window.breached(`${violatedDirective} by ${blockedURI} ${sample}`),
    )
  })
  page.on('dialog', (dialog) => {
    wrong.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => wrong.push(`an error: ${error.message}`))
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) wrong.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    const isOurs = url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url)
    if (!isOurs || /\/x(\.png)?$/.test(new URL(url).pathname)) wrong.push(`a request to ${url}`)
  })

  return {
    wrong,
    seen: () => words,
    async look() {
      const found = await page.evaluate(() => {
        const texts: string[] = []
        const strange: string[] = []
        for (const element of document.querySelectorAll<HTMLElement>('*')) {
          for (const { name, value } of element.attributes) {
            if (/^on/i.test(name)) strange.push(`${element.tagName} ${name}`)
            if (
              /^(href|src|action|formaction|xlink:href)$/i.test(name) &&
              /^\s*(java|vb)script:|^\s*data:text/i.test(value)
            )
              strange.push(`${element.tagName} ${name}=${value}`)
            texts.push(value)
          }
          if (element.matches('script:not([src]), iframe, object, embed, base, img[src="x"], style[data-pwned]'))
            strange.push(element.outerHTML.slice(0, 80))
          if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value)
        }
        return { texts: [document.body.textContent ?? '', ...texts].join('\n'), strange }
      })
      words += `\n${found.texts}`
      wrong.push(...found.strange.map((each) => `strange markup: ${each}`))
    },
  }
}
