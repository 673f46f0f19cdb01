import type { CDPSession, Page } from '@playwright/test'

/** How a screen is looked at. */
export interface Look {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly theme: 'light' | 'dark'
  readonly isTouch: boolean
}

const sizes = [
  { width: 1440, height: 900, isTouch: false },
  { width: 1024, height: 768, isTouch: false },
  { width: 390, height: 844, isTouch: true },
]

export const looks: readonly Look[] = sizes.flatMap((size) =>
  (['light', 'dark'] as const).map((theme) => ({ ...size, theme, name: `${size.width}-${theme}` })),
)

/** Changes how a page is looked at, without loading it again. */
export async function lookAt(page: Page, { width, height, theme, isTouch }: Look): Promise<void> {
  const devtools = await devtoolsOf(page)
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: isTouch, maxTouchPoints: isTouch ? 5 : 1 })
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: theme })
  await page.evaluate(async (chosen) => {
    document.documentElement.dataset.theme = chosen
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
  }, theme)
}

const sessions = new WeakMap<Page, CDPSession>()

/** One for as long as the page lives: what it emulates ends with it. */
async function devtoolsOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page))
  sessions.set(page, session)
  return session
}
