import { buildIfStale } from './freshness.mjs'

// npm start: builds what is missing or stale, then serves.
try {
  buildIfStale((sentence) => console.log(sentence))
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
await import('../../dist/server/main.js')
