import { runBuilt } from './run-built.mjs'

// npm start
await runBuilt(() => import('../../dist/server/main.js'))
