import { duringDiscuss } from './leading-screens.ts'
import {
  button,
  causes,
  click,
  drawFishbone,
  key,
  linkNote,
  noteMenu,
  ofNote,
  onNote,
  press,
  prompted,
  whyMenu,
  writeWhy,
} from './opening.ts'
import type { Screen } from './screen.ts'

/** The discussion of an ordinary review, and the causes and links that are made in it. */
export const discussScreens: readonly Screen[] = [
  { name: 'discuss-fay', as: 'fay', board: 'typical', phase: 'discuss' },
  { name: 'discuss-ana', as: 'ana', board: 'typical', phase: 'discuss' },
  { name: 'discuss-olga', as: 'olga', board: 'typical', phase: 'discuss' },
  { name: 'note-menu', as: 'fay', board: 'typical', phase: 'discuss', open: noteMenu },
  { name: 'note-group', as: 'fay', board: 'typical', phase: 'discuss', open: ofNote('g') },
  { name: 'note-move', as: 'fay', board: 'typical', phase: 'discuss', open: ofNote('m') },
  { name: 'person-menu', as: 'fay', board: 'typical', phase: 'discuss', open: press(/^Ana Oyelaran/) },
  {
    name: 'queue',
    as: 'fay',
    board: 'typical',
    phase: 'discuss',
    width: 1440,
    open: async (page) => {
      await page.getByRole('button', { name: /^Covered/ }).click()
      await page.getByRole('list', { name: 'To talk about' }).waitFor()
    },
  },
  { name: 'react', as: 'ana', board: 'typical', phase: 'discuss', open: press('React') },
  { name: 'shortcuts', as: 'fay', board: 'typical', phase: 'discuss', open: key('Shift+?') },
  { name: 'palette', as: 'fay', board: 'typical', phase: 'discuss', open: key('Control+k') },
  { name: 'note-edit', as: 'ana', board: 'typical', phase: 'discuss', open: (page) => onNote(page, 'Enter') },
  { name: 'note-action', as: 'ana', board: 'typical', phase: 'discuss', open: ofNote('a') },
  { name: 'highlight', as: 'ana', board: 'typical', phase: 'discuss', open: click(/^Ben Castellanos/) },
  {
    name: 'find-notes',
    as: 'ana',
    board: 'typical',
    phase: 'discuss',
    open: async (page) => {
      await page.keyboard.press('/')
      await page.getByRole('searchbox', { name: 'Words in the note' }).fill('fail')
    },
  },
  {
    name: 'nudge',
    as: 'ana',
    board: 'typical',
    phase: 'discuss',
    open: async (page) => {
      await page
        .getByRole('textbox', { name: 'New note in Lessons learned' })
        .fill('The operator forgot to freeze deploys')
      await button(page, 'Keep my words').waitFor()
    },
  },
  {
    name: 'spotlight-fay',
    as: 'fay',
    board: 'typical',
    phase: 'discuss',
    open: async (page) => {
      await button(page, /^Spotlight the (first|next)/).click()
      await page.getByRole('region', { name: 'In the spotlight' }).waitFor()
    },
  },
  {
    name: 'spotlight-ana',
    as: 'ana',
    board: 'typical',
    phase: 'discuss',
    open: (page) => page.getByRole('region', { name: 'In the spotlight' }).waitFor(),
  },

  ...duringDiscuss,
  { name: 'causes', as: 'ana', board: 'typical', phase: 'discuss', open: causes },
  { name: 'cause-written', as: 'ana', board: 'typical', phase: 'discuss', open: writeWhy },
  { name: 'cause-menu', as: 'ana', board: 'typical', phase: 'discuss', open: whyMenu },
  { name: 'cause-prompt', as: 'ana', board: 'typical', phase: 'discuss', open: prompted },
  { name: 'fishbone', as: 'ana', board: 'typical', phase: 'discuss', open: drawFishbone },
  { name: 'link-to', as: 'ana', board: 'typical', phase: 'discuss', open: ofNote('l') },
  { name: 'linked', as: 'ana', board: 'typical', phase: 'discuss', open: linkNote },
  { name: 'causes-many', as: 'ana', board: 'long', phase: 'discuss', open: causes },
  { name: 'fishbone-many', as: 'ana', board: 'long', phase: 'discuss', open: drawFishbone },
]
