import type { BoardName } from './contents.ts'
import { discussScreens } from './discuss-screens.ts'
import { homeOfFay, homeScreens } from './home-screens.ts'
import { afterTheCount, duringClose, duringGroup, duringWelcome } from './leading-screens.ts'
import {
  button,
  causes,
  drawFishbone,
  editEvent,
  importEvents,
  key,
  makeToken,
  menu,
  nextAsks,
  onNote,
  press,
  seeAgenda,
  seePeople,
  setPhaseEnds,
  typeEvent,
} from './opening.ts'
import type { Screen, Visitor } from './screen.ts'
import { causeSeenBefore, seenBefore } from './seen-screens.ts'

const everyPhase = (board: BoardName, as: Visitor): readonly Screen[] =>
  (['welcome', 'facts', 'reflect', 'discuss', 'group', 'vote', 'act', 'close'] as const).map((phase) => ({
    name: `${phase}-${board}-${as}`,
    board,
    phase,
    as,
  }))

/** In an order in which boards only ever go forward; what one person opens in a row is opened on one page. */
export const screens: readonly Screen[] = [
  ...homeScreens,
  { name: 'nowhere', as: 'stranger', at: '/nowhere' },
  { name: 'link-expired', as: 'stranger', board: 'typical', at: '#not-the-invite' },
  { name: 'not-a-member', as: 'stranger', board: 'typical' },
  {
    name: 'join',
    as: 'stranger',
    board: 'typical',
    open: async (page, { invite }) => {
      await page.goto(`${page.url()}#${invite}`)
      await page.reload()
      await button(page, /^Join/).waitFor()
    },
  },

  ...everyPhase('empty', 'fay'),
  { name: 'report-empty', as: 'fay', board: 'empty', phase: 'close', at: '/report' },
  { name: 'causes-empty', as: 'fay', board: 'empty', phase: 'close', open: causes },
  { name: 'fishbone-empty', as: 'fay', board: 'empty', phase: 'close', open: drawFishbone },
  { name: 'incident-drawer-empty', as: 'fay', board: 'empty', phase: 'close', open: key('i') },
  { name: 'actions-drawer-empty', as: 'fay', board: 'empty', phase: 'close', open: key('Shift+A') },

  { name: 'welcome-fay', as: 'fay', board: 'typical', phase: 'welcome' },
  { name: 'welcome-ana', as: 'ana', board: 'typical', phase: 'welcome' },
  { name: 'share', as: 'fay', board: 'typical', phase: 'welcome', open: key('s') },
  { name: 'settings', as: 'fay', board: 'typical', phase: 'welcome', open: menu('Settings') },
  { name: 'agenda', as: 'fay', board: 'typical', phase: 'welcome', open: menu('Agenda') },
  { name: 'agenda-ends', as: 'fay', board: 'typical', phase: 'welcome', open: setPhaseEnds },
  { name: 'sections', as: 'fay', board: 'typical', phase: 'welcome', open: menu('Sections') },
  ...duringWelcome,
  { name: 'myself', as: 'ana', board: 'typical', phase: 'welcome', open: menu(/^You/) },
  { name: 'menu', as: 'fay', board: 'typical', phase: 'welcome', open: press('Menu') },
  { name: 'people', as: 'fay', board: 'typical', phase: 'welcome', open: seePeople },
  { name: 'current-phase', as: 'ana', board: 'typical', phase: 'welcome', open: seeAgenda },
  { name: 'jump', as: 'fay', board: 'typical', phase: 'welcome', open: press(/^Go to Discuss/) },

  { name: 'facts-fay', as: 'fay', board: 'typical', phase: 'facts' },
  { name: 'facts-olga', as: 'olga', board: 'typical', phase: 'facts' },
  { name: 'incident-drawer', as: 'ana', board: 'typical', phase: 'facts', open: key('i') },
  { name: 'event-edited', as: 'ana', board: 'typical', phase: 'facts', open: editEvent },
  { name: 'timeline-import', as: 'ana', board: 'typical', phase: 'facts', open: importEvents },
  { name: 'event-typed', as: 'ana', board: 'typical', phase: 'facts', open: typeEvent },
  { name: 'send-events', as: 'fay', board: 'typical', phase: 'facts', open: makeToken },
  { name: 'facts-long', as: 'ana', board: 'long', phase: 'facts' },

  { name: 'reflect-fay', as: 'fay', board: 'typical', phase: 'reflect' },
  { name: 'reflect-ana', as: 'ana', board: 'typical', phase: 'reflect' },
  { name: 'reflect-olga', as: 'olga', board: 'typical', phase: 'reflect' },
  { name: 'next-asks', as: 'fay', board: 'typical', phase: 'reflect', open: nextAsks },
  { name: 'dock-more', as: 'fay', board: 'typical', phase: 'reflect', width: 390, open: press('More for leading') },

  ...discussScreens,
  { name: 'group-ana', as: 'ana', board: 'typical', phase: 'group' },
  ...duringGroup,
  { name: 'vote-fay', as: 'fay', board: 'typical', phase: 'vote' },
  { name: 'vote-ana', as: 'ana', board: 'typical', phase: 'vote' },
  { name: 'vote-olga', as: 'olga', board: 'typical', phase: 'vote' },
  { name: 'vote-change', as: 'fay', board: 'typical', phase: 'vote', open: press('Change the votes') },
  { name: 'count-asks', as: 'fay', board: 'typical', phase: 'vote', open: press('Count votes') },
  {
    name: 'vote-counted',
    as: 'ana',
    board: 'typical',
    phase: 'vote',
    open: async (page, board) => {
      await board.lead({ type: 'round.close' })
      await page.getByText(/cast = \d+ counted/).waitFor()
    },
  },
  ...afterTheCount,
  { name: 'act-fay', as: 'fay', board: 'typical', phase: 'act' },
  { name: 'act-olga', as: 'olga', board: 'typical', phase: 'act' },
  { name: 'actions-drawer', as: 'ana', board: 'typical', phase: 'act', open: key('Shift+A') },
  {
    name: 'action-details',
    as: 'ana',
    board: 'typical',
    phase: 'act',
    open: async (page) => {
      await page.getByLabel('Status').filter({ visible: true }).nth(1).selectOption('Complete')
      await button(page, 'More details').click()
      await page.getByRole('radio', { name: 'High impact, likely to recur' }).check()
    },
  },
  { name: 'close-fay', as: 'fay', board: 'typical', phase: 'close' },
  { name: 'close-olga', as: 'olga', board: 'typical', phase: 'close' },
  { name: 'report', as: 'ana', board: 'typical', phase: 'close', at: '/report' },
  ...duringClose,
  { name: 'finish', as: 'fay', board: 'typical', phase: 'close', open: press(/^Finish review/) },
  { name: 'delete', as: 'fay', board: 'typical', phase: 'close', open: menu('Delete the review') },
  {
    name: 'removed',
    as: 'olga',
    board: 'typical',
    phase: 'close',
    open: async (page, board) => {
      await board.removeOlga()
      await page.getByText('You are no longer on this review').waitFor()
    },
  },

  ...seenBefore,
  ...everyPhase('crowded', 'ana'),
  { name: 'act-crowded-fay', as: 'fay', board: 'crowded', phase: 'act' },
  { name: 'people-crowded', as: 'fay', board: 'crowded', phase: 'close', open: seePeople },
  { name: 'report-crowded', as: 'ana', board: 'crowded', phase: 'close', at: '/report' },
  { name: 'incident-drawer-crowded', as: 'ana', board: 'crowded', phase: 'close', open: key('i') },
  {
    name: 'bin',
    as: 'fay',
    board: 'crowded',
    phase: 'discuss',
    open: async (page) => {
      await onNote(page, 'Delete')
      await button(page, /^Bin/).click()
      await page.getByRole('dialog', { name: 'Bin', exact: true }).waitFor()
    },
  },
  causeSeenBefore,
  {
    name: 'offline',
    as: 'ana',
    board: 'crowded',
    phase: 'discuss',
    open: async (page) => {
      const composer = page.getByRole('textbox', { name: 'New note in Lessons learned' })
      await composer.fill('Written on a train')
      await composer.press('Enter')
      await composer.fill('And this is still being typed')
      await page
        .getByText(/^Offline/)
        .first()
        .waitFor()
    },
  },
  ...homeOfFay,
]
