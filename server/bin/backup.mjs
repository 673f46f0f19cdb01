import { runBuilt } from './run-built.mjs'

// npm run backup -- <file>, npm run restore -- <file>, npm run restored: package.json says which of them.
await runBuilt(() => import('../../dist/server/backup/command.js'))
