import type { Assault } from '../assault.ts'
import { floods } from './floods.ts'
import { idlers } from './idlers.ts'
import { slowReaders } from './slow-readers.ts'
import { untilOver } from './until-over.ts'

/** Every assault by its name, in the order in which they are played. */
export const assaults: Readonly<Record<string, Assault>> = {
  nothing: async (_target, isOver) => {
    await untilOver(isOver)
    return '-'
  },
  ...floods,
  ...slowReaders,
  ...idlers,
}
