/** How safe my changes are. Never better than it is. */
export type SavedState =
  /** The first connection is being made; nothing of mine waits. */
  | { readonly state: 'connecting'; readonly keepsCopy: boolean }
  /** The server has everything of mine on disk. */
  | { readonly state: 'saved'; readonly keepsCopy: boolean }
  | { readonly state: 'saving'; readonly keepsCopy: boolean }
  /** The connection is gone and comes back by itself. */
  | { readonly state: 'offline'; readonly waiting: number; readonly keepsCopy: boolean }
  /** Nobody has answered for long. */
  | { readonly state: 'unreachable'; readonly waiting: number; readonly keepsCopy: boolean }
  /** The board does not take my changes any more. */
  | { readonly state: 'refused'; readonly because: EndedBecause; readonly keepsCopy: boolean }

/** `keepsCopy` in each: whether changes survive a reload of the page; not in a private window. */
export type EndedBecause =
  /** Who I am is not known here any more: join again. */
  | 'no-identity'
  | 'no-such-board'
  | 'removed-from-board'
  /** This page is older than the board: reload it. */
  | 'page-too-old'
  /** My copy does not fit the board any more and is being put in order. */
  | 'putting-in-order'
