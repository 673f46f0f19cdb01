import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { readSecret } from '../auth/secret.ts'
import type { Config } from '../config.ts'
import { holdFile, StoreInUse } from '../store/hold-file.ts'
import { endRunning, readMark, setMark } from '../store/marks.ts'
import { storeFile } from '../store/open-sqlite.ts'
import { StoreFault } from '../store/port.ts'
import type { Tables } from '../store/tables.ts'
import { countBoards, flawOf, syncName, sync as toDisk, withStoreFile } from './store-copy.ts'

type BackUpOutcome = { readonly boards: number } | { readonly problem: string }

/**
 * Copies the boards of one moment into a file of their own, while a server works on them or not. [BACKUP1]
 *
 * @remarks
 * The secret goes along: without it every cookie is worthless, and nobody could come back to their own desk. So the
 * copy is readable by its owner alone. It says that it was running, and has no log: whoever puts it in place by hand
 * gets a new epoch all the same. [BACKUP4]
 */
export async function backUp(
  { dataDir, secret }: Pick<Config, 'dataDir' | 'secret'>,
  to: string,
): Promise<BackUpOutcome> {
  const source = storeFile(dataDir)
  const part = `${to}.part`
  if (!existsSync(source)) return { problem: `there are no boards in DATA_DIR (${dataDir}).` }
  if (existsSync(to)) return { problem: `${to} exists already. Name another file.` }
  if (!existsSync(dirname(to))) return { problem: `the folder of ${to} does not exist.` }
  if (existsSync(part)) {
    return { problem: `${part} exists: another backup is being made, or was cut short. If none is, delete it.` }
  }
  const begun = await writeFile(part, '', { mode: 0o600, flag: 'wx' }).catch((error: unknown) => ({ error }))
  if (begun !== undefined) return { problem: `${part} can’t be made: ${String(begun.error)}.` }
  try {
    await copyStore(source, part)
    const outcome = await withStoreFile(part, (copy) => complete(copy, dataDir, secret))
    if ('problem' in outcome) return outcome
    await toDisk(part)
    if (existsSync(to)) return { problem: `${to} exists by now. Name another file.` }
    await rename(part, to)
    await syncName(to)
    return outcome
  } catch (error) {
    if (!(error instanceof StoreFault) || error.kind === 'damaged') throw error
    return { problem: `the disk of ${to} is full, or refuses to be written: ${String(error.cause)}.` }
  } finally {
    await rm(part, { force: true })
  }
}

async function complete(copy: Kysely<Tables>, dataDir: string, secret: string | undefined): Promise<BackUpOutcome> {
  const flaw = await flawOf(copy)
  if (flaw !== undefined) return { problem: `what is in DATA_DIR (${dataDir}) ${flaw}. Keep your older backups.` }
  await setMark(copy, 'running', 'yes')
  const ours = secret === undefined ? await readSecret(dataDir) : undefined
  if (ours !== undefined) await setMark(copy, 'secret', ours)
  return { boards: await countBoards(copy) }
}

/** Where no server works, the last one to close the file clears its log away: that must not look as if it was lost. */
async function copyStore(source: string, to: string): Promise<void> {
  const letGo = await holdFile(source, 0).catch((error: unknown) => {
    if (error instanceof StoreInUse) return undefined
    throw error
  })
  try {
    const hasLog = existsSync(`${source}-wal`)
    await withStoreFile(source, async (db) => {
      await sql`VACUUM INTO ${to}`.execute(db)
      const wasKilled = hasLog && (await readMark(db, 'running')) === 'yes'
      if (letGo !== undefined && wasKilled) await endRunning(db)
    })
  } finally {
    letGo?.()
  }
}
