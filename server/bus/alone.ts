import type { Bus } from './port.ts'

/** The bus of a server that has its store for itself: there is nobody to hear or to tell. */
export function aloneBus(node = 'alone'): Bus {
  return {
    node,
    listen: async () => () => undefined,
    say: () => undefined,
    onGap: () => undefined,
    isUp: () => true,
    check: async () => undefined,
    close: async () => undefined,
  }
}
