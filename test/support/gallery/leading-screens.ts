import type { Page } from '@playwright/test'
import { button, key, menu, opens, press } from './opening.ts'
import type { Screen, Visitor } from './screen.ts'
import { comesBack, sinceList } from './seen-screens.ts'

const of = (as: Visitor, phase: NonNullable<Screen['phase']>) => ({ as, board: 'typical', phase }) as const

export const duringWelcome: readonly Screen[] = [
  { name: 'save-template', ...of('fay', 'welcome'), open: menu('Save as a template') },
  { name: 'whole-title', ...of('ana', 'welcome'), open: press(/^Short network cut/) },
]

const ofPerson = (item: string) => async (page: Page) => {
  await press(/(person|people) here/)(page)
  await opens(() => page.getByRole('button', { name: 'More about Dana Lindqvist' }).click())(page)
  await page.getByRole('menuitem', { name: item }).click()
  await page.getByRole('dialog', { name: /room/ }).or(page.getByRole('alertdialog')).first().waitFor()
}

export const duringDiscuss: readonly Screen[] = [
  { name: 'since-you-left', ...of('ana', 'discuss'), open: comesBack },
  { name: 'since-list', ...of('ana', 'discuss'), open: sinceList },
  { name: 'room-votes', ...of('fay', 'discuss'), open: ofPerson('Votes for people in the room…') },
  { name: 'person-remove', ...of('fay', 'discuss'), open: ofPerson('Remove from the review') },
  {
    name: 'locked',
    ...of('ana', 'discuss'),
    open: async (page, board) => {
      await board.lead({ type: 'board.lock' })
      await page.getByText('The board is locked').filter({ visible: true }).first().waitFor()
    },
    leave: (board) => board.lead({ type: 'board.unlock' }),
  },
]

const ofTheme = (item: string) => async (page: Page) => {
  await press('More for this theme')(page)
  await page.getByRole('menuitem', { name: item }).click()
  await page.getByRole('dialog').waitFor()
}

export const duringGroup: readonly Screen[] = [
  { name: 'theme-menu', ...of('ana', 'group'), width: 1440, open: press('More for this theme') },
  { name: 'theme-merge', ...of('ana', 'group'), width: 1440, open: ofTheme('Merge into…') },
  { name: 'theme-split', ...of('ana', 'group'), width: 1440, open: ofTheme('Split…') },
  {
    name: 'themes-folded',
    ...of('ana', 'group'),
    width: 1440,
    open: async (page) => {
      await button(page, 'Fold all').click()
      await button(page, 'Show all notes').waitFor()
    },
  },
]

export const afterTheCount: readonly Screen[] = [
  { name: 'vote-anew', ...of('fay', 'vote'), open: press('Vote anew') },
  {
    name: 'vote-between',
    ...of('fay', 'vote'),
    open: async (page) => {
      await button(page, 'Vote between them').click()
      await page.getByText('A vote between equals.').waitFor()
    },
  },
  {
    name: 'stepped',
    ...of('fay', 'vote'),
    open: async (page, board) => {
      await board.lead({ type: 'phase.next' })
      await button(page, 'Take back').waitFor()
    },
  },
]

export const duringClose: readonly Screen[] = [
  { name: 'report-preview', ...of('fay', 'close'), open: key('Shift+R') },
  { name: 'report-copies', ...of('ana', 'close'), at: '/report', open: press(/^Copy/) },
  {
    name: 'finished',
    ...of('fay', 'close'),
    open: async (page, board) => {
      await board.lead({ type: 'board.close' })
      await button(page, 'Reopen').waitFor()
    },
    leave: (board) => board.lead({ type: 'board.reopen' }),
  },
  {
    // Ana leads from here on.
    name: 'hand-over',
    ...of('fay', 'close'),
    open: async (page) => {
      await press(/(person|people) here/)(page)
      await opens(() => page.getByRole('button', { name: 'More about Ana Oyelaran' }).click())(page)
      await page.getByRole('menuitem', { name: 'Hand over the lead' }).click()
      await page.getByText('Fay Ruiz handed over to Ana Oyelaran').filter({ visible: true }).first().waitFor()
    },
  },
]
