import type { Config } from './config.ts'
import { StoreTooNew } from './store/migrations.ts'

/** Why the server can't start, in a sentence for whoever starts it. */
export function startProblem(error: unknown, { dataDir, host, port }: Config): string {
  if (error instanceof StoreTooNew) {
    return `the boards in DATA_DIR (${dataDir}) were written by a newer version of Hindsight: ${error.message}. Start that version, or name another folder.`
  }
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `something else listens on port ${port} already. Stop it, or set PORT to another one.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `it may not use ${port < 1024 ? `port ${port} or ` : ''}the folder DATA_DIR (${dataDir}). Set one that it may write to.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST (${host}) is no address of this machine. Try 127.0.0.1, or 0.0.0.0 for all of its addresses.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `DATA_DIR (${dataDir}) wants to be a folder.`
  }
  return error instanceof Error ? `${error.message}` : String(error)
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
