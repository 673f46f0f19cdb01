import type { Page } from '@playwright/test'
import type { Attendee } from './stage.ts'

/** So much may this browser keep for the product, in bytes: its boards fit, and not much more. */
const room = 2_000_000

/** To be set before anything is kept. */
export async function limitDisk({ context, page }: Attendee): Promise<void> {
  const devtools = await context.newCDPSession(page)
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize: room })
}

/** Something else takes all the room there is, down to the last bytes. */
export function fillDisk(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const filler = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('filler')
      request.onupgradeneeded = () => request.result.createObjectStore('stuff', { autoIncrement: true })
      request.onsuccess = () => resolve(request.result)
    })
    for (const bytes of [60_000, 8000, 500]) {
      for (let fits = true; fits; ) {
        fits = await new Promise((resolve) => {
          const transaction = filler.transaction('stuff', 'readwrite')
          transaction.objectStore('stuff').add(crypto.getRandomValues(new Uint8Array(bytes)))
          transaction.oncomplete = () => resolve(true)
          transaction.onabort = () => resolve(false)
        })
      }
    }
    filler.close()
  })
}

export function freeDisk(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.deleteDatabase('filler').onsuccess = () => resolve()
      }),
  )
}
