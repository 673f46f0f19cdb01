import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type Gallery, openGallery } from '../support/gallery/gallery.ts'
import { type Look, lookAt, looks } from '../support/gallery/looks.ts'
import { type Screen, screens } from '../support/gallery/screens.ts'

const desk = looks.filter(({ name }) => name === '1440-light')
const phone = looks.filter(({ name }) => name === '390-dark')

/** A screen as it stands at a desk and on a phone, in both themes; what opens on it, in one of the two by turns. */
function looksFor({ width, open, board }: Screen, turn: number): readonly Look[] {
  const isAsItStands = open === undefined && board !== 'empty'
  const seenIn = isAsItStands ? [...desk, ...phone] : turn % 2 === 0 ? desk : phone
  return width === undefined ? seenIn : looks.filter((look) => look.width === width)
}

describe('the screens', () => {
  let gallery: Gallery

  beforeAll(async () => {
    gallery = await openGallery(inject('chromium'))
  })

  afterAll(() => gallery.close())

  const quick = screens
    .filter(({ board }) => board !== 'crowded')
    .map((screen, turn) => [screen.name, screen, looksFor(screen, turn)] as const)

  it.each(quick)(
    '[A11Y1] [A11Y2] hold nothing that axe calls serious, nor anything wider than the screen: %s',
    async (_, screen, seenIn) => {
      expect(await faultsIn(await gallery.visit(screen), screen, seenIn)).toEqual([])
    },
  )
})

/** What axe finds serious or critical, and what sticks out, each with the look it was found in and where. */
async function faultsIn(page: Page, { phase, at, name }: Screen, seenIn: readonly Look[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const look of seenIn) {
    await lookAt(page, look)
    const { violations } = await new AxeBuilder({ page })
      .exclude('[data-base-ui-focus-guard]') // hidden stops that hand the keyboard on, and never keep it
      .options({ resultTypes: ['violations'] })
      .setLegacyMode() // no page of ours has frames, and a second tab for each look would cost a second
      .analyze()
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      found.push(...nodes.map(({ target, failureSummary }) => `${look.name} ${id}: ${target} ${failureSummary}`))
    }
    const isBoard = phase !== undefined && at === undefined && name !== 'removed'
    found.push(...(await overflowOf(page, isBoard)).map((way) => `${look.name}: ${way} than the screen`))
  }
  return found
}

function overflowOf(page: Page, isBoard: boolean): Promise<readonly string[]> {
  return page.evaluate((mayNotScroll) => {
    const { scrollWidth, scrollHeight } = document.documentElement
    return [
      ...(scrollWidth > window.innerWidth ? ['wider'] : []),
      ...(mayNotScroll && scrollHeight > window.innerHeight ? ['taller'] : []),
    ]
  }, isBoard)
}
