/** How much longer than its field's limit a text may get: two people, each within it, may exceed it together. */
export const textSlack = 10

/** Client ids that may appear for the first time in one update. */
export const mostNewClients = 64

/** Structs that the server lacks, in one update: a person who was offline for days brings some thousands. */
export const mostFreshStructs = 20_000

/** Keys in one root, those of removed entries included. */
export const mostKeys = 5000

/** Yjs draws client ids from 32 bits. */
export const highestClient = 0xffff_ffff

/** Past any honest clock, and far below what the wire can still carry. */
export const highestClock = 0x7fff_ffff

/** Levels of a JSON value; the deepest honest one has two. */
export const deepestValue = 4
