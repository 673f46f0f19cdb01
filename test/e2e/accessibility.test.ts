import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { faultsIn } from '../support/gallery/faults.ts'
import { type Gallery, openGallery } from '../support/gallery/gallery.ts'
import { looks } from '../support/gallery/looks.ts'
import { screens } from '../support/gallery/screens.ts'

const desk = looks.filter(({ name }) => name === '1440-light')
const phone = looks.filter(({ name }) => name === '390-dark')

/** At a desk and on a phone, in both themes; a board with nothing in it, in one of the two by turns. */
const asTheyStand = screens
  .filter(({ board, open }) => board !== 'crowded' && board !== 'long' && open === undefined)
  .map((screen, turn) => {
    const inTurn = turn % 2 === 0 ? desk : phone
    return [screen.name, screen, screen.board === 'empty' ? inTurn : [...desk, ...phone]] as const
  })

describe('the screens', () => {
  let gallery: Gallery

  beforeAll(async () => {
    gallery = await openGallery(inject('chromium'))
  })

  afterAll(() => gallery.close())

  it.each(asTheyStand)(
    '[A11Y1] [A11Y2] hold nothing that axe calls serious, nor anything wider than the screen: %s',
    async (_, screen, seenIn) => {
      expect(await faultsIn(await gallery.visit(screen), screen, seenIn)).toEqual([])
    },
  )
})
