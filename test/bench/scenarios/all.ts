import type { Scenario } from '../scenario.ts'
import { boards, boardsAcross, moreBoards } from './boards.ts'
import { bystander } from './bystander.ts'
import { dragInBrowser } from './drag-in-browser.ts'
import { editInBrowser } from './edit-in-browser.ts'
import { acknowledgement, fanOut, fanOutAcross, inStep, morePeople } from './fan-out.ts'
import { firstLoad } from './first-load.ts'
import { footprint } from './footprint.ts'
import { growth, moreEdits } from './growth.ts'
import { joinStorm } from './join-storm.ts'
import { memory } from './memory.ts'
import { openInBrowser } from './open-in-browser.ts'
import { idle, presence } from './presence.ts'
import { reveal } from './reveal.ts'
import { tally } from './tally.ts'
import { typeInBrowser } from './type-in-browser.ts'

export const scenarios: readonly Scenario[] = [
  fanOut,
  inStep,
  acknowledgement,
  presence,
  idle,
  boards,
  joinStorm,
  reveal,
  tally,
  growth,
  memory,
  morePeople,
  moreBoards,
  moreEdits,
  openInBrowser,
  typeInBrowser,
  dragInBrowser,
  editInBrowser,
  firstLoad,
  fanOutAcross,
  boardsAcross,
  bystander,
  footprint,
]
