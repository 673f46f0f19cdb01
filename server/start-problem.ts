import { SecretSpoilt } from './auth/secret.ts'
import { RedisFault } from './bus/redis-fault.ts'
import type { Config } from './config.ts'
import { StoreInUse } from './store/hold-file.ts'
import { ServersOutdated, StoreTooNew } from './store/migrations.ts'
import { DatabaseUnfit, type FaultKind, StoreFault } from './store/port.ts'

/** Why the server can't start, in a sentence for whoever starts it. */
export function startProblem(error: unknown, config: Config): string {
  const { dataDir, databaseUrl, redisUrl, host, port } = config
  const ofStore =
    databaseUrl === undefined ? fileProblem(error, dataDir) : databaseProblem(error, databaseUrl, redisUrl)
  if (ofStore !== undefined) return ofStore
  if (error instanceof RedisFault && redisUrl !== undefined) {
    return `it can’t use REDIS_URL (${withoutSecrets(redisUrl)}): ${error.reason}.`
  }
  if (error instanceof SecretSpoilt) {
    return `the file secret in DATA_DIR (${dataDir}) is no secret any more. Put it back from a backup; or delete it, and everyone has to join again.`
  }
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `something else listens on port ${port} already. Stop it, or set PORT to another one.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `it may not use ${port > 0 && port < 1024 ? `port ${port} or ` : ''}the folder DATA_DIR (${dataDir}). Set one that it may write to.`
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return fileFault('full', dataDir)
    case 'EISDIR':
    case 'EIO':
      return fileFault('refused', dataDir)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST (${host}) is no address of this machine. Try 127.0.0.1, or 0.0.0.0 for all of its addresses.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `DATA_DIR (${dataDir}) wants to be a folder.`
  }
  return error instanceof Error ? `${error.message}` : String(error)
}

/** Undefined: it is not about the boards. */
function fileProblem(error: unknown, dataDir: string): string | undefined {
  if (error instanceof StoreTooNew) {
    return `the boards in DATA_DIR (${dataDir}) were written by a newer version of Hindsight: ${error.message}. Start that version, or name another folder.`
  }
  if (error instanceof StoreInUse) {
    return `another Hindsight works in DATA_DIR (${dataDir}). Stop it, or name another folder.`
  }
  return error instanceof StoreFault ? fileFault(error.kind, dataDir) : undefined
}

function fileFault(kind: FaultKind, dataDir: string): string {
  switch (kind) {
    case 'full':
      return `the disk that holds DATA_DIR (${dataDir}) is full. Free some space on it, or name another folder.`
    case 'read-only':
      return `it may not write the boards in DATA_DIR (${dataDir}). Let it, or name another folder.`
    case 'locked':
      return `another program holds the boards in DATA_DIR (${dataDir}). End whatever has them open.`
    case 'refused':
    case 'unreachable':
      return `the disk refuses to read or write the boards in DATA_DIR (${dataDir}). Look at its space, its limits and its health.`
    case 'damaged':
      return `the boards in DATA_DIR (${dataDir}) are damaged. Put back a backup (npm run restore -- <file>), which keeps what is there aside.`
  }
}

function databaseProblem(error: unknown, databaseUrl: string, redisUrl: string | undefined): string | undefined {
  const there = `DATABASE_URL (${withoutSecrets(databaseUrl)})`
  if (error instanceof StoreTooNew) {
    return `the boards in ${there} were written by a newer version of Hindsight: ${error.message}. Start that version, or name another database.`
  }
  if (error instanceof ServersOutdated) {
    return `the boards in ${there} have to be brought to the layout of this version, and servers of the version before work on them. Stop all of those, then start this one.`
  }
  if (error instanceof StoreInUse) {
    return redisUrl === undefined
      ? `another Hindsight works on ${there}. Stop it, or name another database; servers that share one all need REDIS_URL.`
      : `a Hindsight without REDIS_URL works on ${there}, and shares it with nobody. Stop it, or give it the same REDIS_URL.`
  }
  if (error instanceof DatabaseUnfit) return `${there} is no database for Hindsight: ${error.message}.`
  if (error instanceof StoreFault) return `it can’t use ${there}: ${error.reason}.`
  return undefined
}

/** What of an address may be read by whoever reads a log. */
function withoutSecrets(address: string): string {
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
