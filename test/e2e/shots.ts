import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIfStale } from '../../server/bin/freshness.mjs'
import { findOrInstallChromium } from '../support/chromium.ts'
import { openGallery } from '../support/gallery/gallery.ts'
import { lookAt, looks } from '../support/gallery/looks.ts'
import { screens } from '../support/gallery/screens.ts'

/**
 * `npm run shots`: a picture of every screen in every look, in `dist/shots`; one of them is the README's.
 *
 * Words after it choose screens by name.
 */

const folder = fileURLToPath(new URL('../../dist/shots', import.meta.url))
const readmePicture = fileURLToPath(new URL('../../.github/board-light.png', import.meta.url))
const wanted = process.argv.slice(2)

buildIfStale(console.log)
const gallery = await openGallery(await findOrInstallChromium(console.log))
let failures = 0
for (const screen of screens) {
  if (wanted.length > 0 && !wanted.some((word) => screen.name.includes(word))) continue
  try {
    const page = await gallery.visit(screen)
    for (const look of looks) {
      if (screen.width !== undefined && look.width !== screen.width) continue
      await lookAt(page, look)
      const path = join(folder, look.name, `${screen.name}.png`)
      await mkdir(dirname(path), { recursive: true })
      await page.screenshot({ path, fullPage: true, animations: 'disabled' })
      if (screen.name === 'discuss-fay' && look.name === '1440-light') await copyFile(path, readmePicture)
    }
    console.log(screen.name)
  } catch (error) {
    failures += 1
    console.error(`${screen.name}: ${error instanceof Error ? error.message : error}`)
  }
}
await gallery.close()
process.exitCode = failures > 0 ? 1 : 0
