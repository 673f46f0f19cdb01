import type { Page } from '@playwright/test'

/**
 * From the moment a key went down until the frame that shows it was handed over to be painted, in milliseconds.
 *
 * @remarks
 * The moment is the event's own, so what it waited for the main thread counts. A task that a frame's callback posts runs
 * once that frame has been laid out and painted.
 */
export async function keyToPaint(page: Page, press: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = []
    const watch = ({ timeStamp }: KeyboardEvent) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => times.push(performance.now() - timeStamp)
        port2.postMessage(null)
      })
    }
    window.addEventListener('keydown', watch, { capture: true })
    Object.assign(window, {
      keyTimes: times,
      stopWatchingKeys: () => window.removeEventListener('keydown', watch, true),
    })
  })
  await press()
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    const { keyTimes, stopWatchingKeys } = window as unknown as {
      keyTimes: readonly number[]
      stopWatchingKeys: () => void
    }
    stopWatchingKeys()
    return keyTimes
  })
}
