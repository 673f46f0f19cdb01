import { randomBytes, randomInt } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { nanoid } from 'nanoid'
import type { Surroundings } from './assemble.ts'
import type { LogLevel } from './config.ts'
import { httpLimits, rateLimits, roomLimits, syncLimits } from './limits.ts'
import { openLog } from './observability/log.ts'
import { openFile } from './store/open-sqlite.ts'
import { nodeTimers } from './timers.ts'

/** The real clock, real chance, real limits. */
export function realSurroundings(logLevel: LogLevel): Surroundings {
  return {
    now: Date.now,
    worked: () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    },
    timers: nodeTimers,
    newId: () => nanoid(),
    newSecret: () => randomBytes(18).toString('base64url'),
    random: () => randomInt(2 ** 47) / 2 ** 47,
    newClientId: () => randomBytes(4).readUInt32LE(),
    log: openLog(logLevel),
    requestLimits: rateLimits,
    httpLimits,
    roomLimits,
    syncLimits,
    openFile,
    clientDir: builtClient(),
  }
}

/** Lies beside the built server; the sources have no page to serve. */
function builtClient(): string | undefined {
  const isBuilt = existsSync(new URL('../client/.vite/manifest.json', import.meta.url))
  return isBuilt ? fileURLToPath(new URL('../client', import.meta.url)) : undefined
}
