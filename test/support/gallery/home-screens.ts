import { chooseFile, click, press, reviewFile } from './opening.ts'
import type { Screen } from './screen.ts'

/** The home page of somebody who is on no review. */
export const homeScreens: readonly Screen[] = [
  { name: 'home-empty', as: 'stranger' },
  { name: 'home-missing', as: 'stranger', open: click('Start the review') },
  { name: 'home-details', as: 'stranger', open: (page) => page.getByText('Add incident details').click() },
  { name: 'home-example', as: 'stranger', open: press(/^GitHub/) },
  { name: 'home-import', as: 'stranger', open: chooseFile(JSON.stringify(reviewFile)) },
  {
    name: 'home-import-wrong',
    as: 'stranger',
    open: chooseFile(JSON.stringify({ ...reviewFile, timeline: [{ id: 'a', at: 'soon' }], services: [{ id: 'b' }] })),
  },
  { name: 'templates', as: 'stranger', open: press('Templates') },
  {
    name: 'template-edited',
    as: 'stranger',
    open: async (page) => {
      await press('Templates')(page)
      await click('Duplicate Retrospective')(page)
      await page.getByRole('textbox', { name: 'Name of the template' }).waitFor()
    },
  },
]

/** That of somebody who is on several. */
export const homeOfFay: readonly Screen[] = [
  { name: 'home-reviews', as: 'fay', open: (page) => page.getByRole('link', { name: /^Checkout returned/ }).waitFor() },
  {
    name: 'home-found',
    as: 'fay',
    open: async (page) => {
      await page.getByRole('searchbox').fill('failover')
      await page.getByRole('link').filter({ hasText: 'failover' }).first().waitFor()
    },
  },
]
