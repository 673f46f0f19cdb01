import { type Browser, chromium as playwright } from '@playwright/test'

/** Keeps Chromium from looking for hosts of its own; it runs as root in containers, hence no sandbox. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function launchChromium(executablePath: string): Promise<Browser> {
  return playwright.launch({ executablePath, args: quiet })
}
