import { runBuilt } from './run-built.mjs'

// npm run backup -- <file>, npm run restore -- <file>: package.json says which of the two.
await runBuilt(() => import('../../dist/server/backup/command.js'))
