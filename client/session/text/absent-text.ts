import type { TextHandle } from './text-handle.ts'

/** Stands where the server's text has not come yet: empty, and takes no letters. */
export const absentText: TextHandle = {
  place: '',
  limit: 0,
  read: () => '',
  edit: () => {},
  subscribe: () => () => {},
  anchor: () => '',
  indexOf: () => null,
}
