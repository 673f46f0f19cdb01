import type { Page } from '@playwright/test'

/** How long each key took from its press to the frame that shows what it did, in milliseconds, the quickest first. */
export async function keysToPaint(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const waits: number[] = []
    Object.assign(window, { waits })
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        // The message comes once the frame was drawn.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => waits.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  await work()
  const waits = await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
    return (window as unknown as { waits: number[] }).waits
  })
  return waits.sort((a, b) => a - b)
}
