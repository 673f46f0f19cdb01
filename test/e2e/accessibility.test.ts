import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Gallery, openGallery } from '../support/gallery/gallery.ts'
import { lookAt, looks } from '../support/gallery/looks.ts'
import { type Screen, screens } from '../support/gallery/screens.ts'

/** Each screen at a desk and on a phone, and in both themes. */
const lookedAt = looks.filter(({ name }) => name === '1440-light' || name === '390-dark')

describe('the screens', () => {
  let gallery: Gallery

  beforeAll(async () => {
    gallery = await openGallery(inject('chromium'))
  })

  afterAll(() => gallery.close())

  const quick = screens.filter(({ board }) => board !== 'crowded').map((screen) => [screen.name, screen] as const)

  it.each(quick)(
    '[A11Y1] [A11Y2] hold nothing that axe calls serious, nor anything wider than the screen: %s',
    async (_, screen) => {
      expect(await faultsIn(await gallery.visit(screen), screen)).toEqual([])
    },
  )
})

/** What axe finds serious or critical, and what sticks out, each with the look it was found in and where. */
async function faultsIn(page: Page, { width }: Screen): Promise<readonly string[]> {
  const found: string[] = []
  for (const look of lookedAt.filter((each) => width === undefined || each.width === width)) {
    await lookAt(page, look)
    const { violations } = await new AxeBuilder({ page })
      .exclude('[data-base-ui-focus-guard]') // hidden stops that hand the keyboard on, and never keep it
      .options({ resultTypes: ['violations'] })
      .analyze()
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      found.push(...nodes.map(({ target, failureSummary }) => `${look.name} ${id}: ${target} ${failureSummary}`))
    }
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) {
      found.push(`${look.name}: the page is wider than the screen`)
    }
  }
  return found
}
