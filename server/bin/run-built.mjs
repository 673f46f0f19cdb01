import { buildIfStale } from './freshness.mjs'

/** Builds what is missing or stale, then loads a module of the built server. */
export async function runBuilt(load) {
  try {
    buildIfStale((sentence) => console.log(sentence))
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
  await load()
}
