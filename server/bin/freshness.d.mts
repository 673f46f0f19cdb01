/** Builds `dist` if it is missing or older than any source. Throws where the build fails. */
export function buildIfStale(say: (sentence: string) => void): void
