import { mostEffort } from './limits.ts'

/**
 * What it takes to judge an update and to apply it, in steps through what is there already.
 *
 * @remarks
 * To place an item beside others that were meant for the same place, Yjs walks over all of these; to cut an item in two
 * it moves up all that its client wrote later. A hundred kilobytes can be made to cost minutes that way. [GUARD20]
 */
export class Effort {
  #left = mostEffort

  spend(steps: number): void {
    this.#left -= steps
  }

  get isTooMuch(): boolean {
    return this.#left < 0
  }
}
