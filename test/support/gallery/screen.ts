import type { Page } from '@playwright/test'
import type { PhaseKind } from '../../../shared/review/session.ts'
import type { BoardName } from './contents.ts'
import type { FilledBoard } from './filled-board.ts'

export type Visitor = 'fay' | 'ana' | 'olga' | 'stranger'

/** A screen of the product: whose, of which board in which phase, and what is opened on it. */
export interface Screen {
  readonly name: string
  readonly as: Visitor
  /** Absent: a page that belongs to no board. */
  readonly board?: BoardName
  readonly phase?: PhaseKind
  /** Where it is, below the board's page or the home page. */
  readonly at?: string
  /** Only at this width. */
  readonly width?: number
  readonly open?: (page: Page, board: FilledBoard) => Promise<unknown>
  /** Puts the board back as it was, before the next screen is looked at. */
  readonly leave?: (board: FilledBoard) => Promise<unknown>
}
