/** Client ids that may appear for the first time in one update. */
export const mostNewClients = 64

/** Client ids of one person: each browser takes one whenever it opens the board. */
export const mostClientsOfOne = 20_000

/** Structs, values and deleted ranges of one update: somebody who was away may bring a whole board's. */
export const mostParts = 500_000

/**
 * Values and structs that the server lacks, in one update, and just as many live ones that it deletes: a person who was
 * offline for days brings some thousands.
 */
export const mostFreshStructs = 20_000

/** Steps that applying an update may take through what is there already: about half a second. */
export const mostEffort = 2_000_000

/** The same for drafts: whatever a person changes of one, all of them are looked through. */
export const mostDrafts = 500

/** Yjs draws client ids from 32 bits. */
export const highestClient = 0xffff_ffff

/** Past any honest clock, and far below what the wire can still carry. */
export const highestClock = 0x7fff_ffff

/** Levels of a JSON value; the deepest honest one has two. */
export const deepestValue = 4
