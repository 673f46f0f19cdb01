import type { Page } from '@playwright/test'

/**
 * From the moment a key went down until the frame that shows it was handed over to be painted, in milliseconds.
 *
 * @remarks
 * The moment is the event's own, so what it waited for the main thread counts. A task that a frame's callback posts runs
 * once that frame has been laid out and painted. A method listens, since what compiles this marks a function with its
 * name, and not every page knows how.
 */
export async function keyToPaint(page: Page, press: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const watching = {
      times: [] as number[],
      handleEvent({ timeStamp }: Event) {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => this.times.push(performance.now() - timeStamp)
          port2.postMessage(null)
        })
      },
    }
    window.addEventListener('keydown', watching, { capture: true })
    Object.assign(window, { watching })
  })
  await press()
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    const { watching } = window as unknown as { watching: EventListenerObject & { readonly times: readonly number[] } }
    window.removeEventListener('keydown', watching, { capture: true })
    return watching.times
  })
}
