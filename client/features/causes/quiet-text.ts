/** A text that is written in place: a box only while it is pointed at or written in. */
export const quietText =
  'block w-full field-sizing-content resize-none rounded-md border border-transparent bg-transparent px-1.5 py-1 ' +
  'hover:not-read-only:border-line-strong focus-visible:bg-surface'
