import type { Scenario } from '../scenario.ts'
import { boards, boardsAcross } from './boards.ts'
import { bystander } from './bystander.ts'
import { dragInBrowser } from './drag-in-browser.ts'
import { editInBrowser } from './edit-in-browser.ts'
import { acknowledgement, fanOut, fanOutAcross, inStep } from './fan-out.ts'
import { firstLoad } from './first-load.ts'
import { footprint } from './footprint.ts'
import { growth } from './growth.ts'
import { guard } from './guard.ts'
import { joinStorm } from './join-storm.ts'
import { memory } from './memory.ts'
import { openInBrowser } from './open-in-browser.ts'
import { presence } from './presence.ts'
import { reveal } from './reveal.ts'
import { tally } from './tally.ts'
import { typeInBrowser } from './type-in-browser.ts'

/** In this order: where time runs short, the last ones have one round only. */
export const scenarios: readonly Scenario[] = [
  fanOut,
  acknowledgement,
  presence,
  boards,
  joinStorm,
  reveal,
  tally,
  openInBrowser,
  typeInBrowser,
  dragInBrowser,
  editInBrowser,
  guard,
  memory,
  growth,
  firstLoad,
  inStep,
  fanOutAcross,
  boardsAcross,
  bystander,
  footprint,
]
