import { setTimeout as pause } from 'node:timers/promises'

export async function untilOver(isOver: () => boolean): Promise<void> {
  while (!isOver()) await pause(50)
}
