import { randomBytes } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { sql } from 'kysely'
import { readSecret, secretFile } from '../auth/secret.ts'
import type { Config } from '../config.ts'
import { holdFile, StoreInUse } from '../store/hold-file.ts'
import { setMark, takeMark } from '../store/marks.ts'
import { migrate, StoreTooNew } from '../store/migrations.ts'
import { storeFile } from '../store/open-sqlite.ts'
import { StoreFault } from '../store/port.ts'
import { sqliteEngine } from '../store/sqlite-engine.ts'
import { countBoards, flawOf, syncName, sync as toDisk, withStoreFile } from './store-copy.ts'

export interface Restored {
  readonly boards: number
  /** Names in the data folder, under which what was there before is kept. */
  readonly keptAside: readonly string[]
  /** Whether people stay who they are: the backup brought the secret, or it is the one that is there. */
  readonly knowsPeople: boolean
}

type RestoreOutcome = Restored | { readonly problem: string }

/**
 * Puts the boards of a backup into the data folder, in place of what is there, which is kept beside them. [BACKUP5]
 *
 * @remarks
 * All is made ready under other names first; the last step gives the boards theirs. Wherever it is cut short, what was
 * there is still there, and a second run goes through. The epoch is renewed: browsers that have seen later things put
 * their copies in order before they send any. [BACKUP6]
 */
export async function restore(
  { dataDir, secret }: Pick<Config, 'dataDir' | 'secret'>,
  from: string,
  { now, newId }: { readonly now: () => number; readonly newId: () => string },
): Promise<RestoreOutcome> {
  if (!existsSync(from)) return { problem: `there is no file ${from}.` }
  const file = storeFile(dataDir)
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const letGo = await holdFile(file).catch((error: unknown) => {
    if (error instanceof StoreInUse) return undefined
    throw error
  })
  if (letGo === undefined) return { problem: `a server works in DATA_DIR (${dataDir}). Stop it first.` }
  const incoming = `${file}.incoming`
  try {
    await bring(from, incoming)
    const ready = await makeReady(incoming, from, newId())
    if ('problem' in ready) return ready
    await toDisk(incoming)
    const stamp = new Date(now()).toISOString().replaceAll(/[-:]|\.\d+/g, '')
    const aside = new Aside(stamp)
    await putSecret(dataDir, secret === undefined ? ready.secret : undefined, aside)
    await aside.keep(file)
    await aside.keep(`${file}-wal`)
    // From here on the old log must not be read into the new file.
    await rm(`${file}-wal`, { force: true })
    await rm(`${file}-shm`, { force: true })
    await rename(incoming, file)
    await syncName(file)
    const knowsPeople = secret !== undefined || (await readSecret(dataDir)) !== undefined
    return { boards: ready.boards, keptAside: aside.names, knowsPeople }
  } finally {
    await rm(incoming, { force: true })
    await rm(`${incoming}-wal`, { force: true })
    letGo()
  }
}

/** Of a file that was copied by hand, with its log, the log counts too. */
async function bring(from: string, to: string): Promise<void> {
  await copy(from, to)
  await rm(`${to}-wal`, { force: true })
  if (existsSync(`${from}-wal`)) await copy(`${from}-wal`, `${to}-wal`)
}

async function makeReady(
  incoming: string,
  from: string,
  epoch: string,
): Promise<{ readonly boards: number; readonly secret: string | undefined } | { readonly problem: string }> {
  try {
    return await withStoreFile(incoming, async (db) => {
      const flaw = await flawOf(db)
      if (flaw !== undefined) return { problem: `${from} ${flaw}.` }
      await migrate(db, sqliteEngine)
      await setMark(db, 'epoch', epoch)
      await setMark(db, 'running', 'no')
      const secret = await takeMark(db, 'secret')
      await sql`PRAGMA journal_mode=DELETE`.execute(db)
      return { boards: await countBoards(db), secret }
    })
  } catch (error) {
    if (error instanceof StoreTooNew) {
      return { problem: `${from} was written by a newer version of Hindsight: ${error.message}.` }
    }
    if (error instanceof StoreFault && error.kind === 'damaged') return { problem: `${from} is damaged.` }
    throw error
  }
}

/** Keeps what is in the way under another name; a log with nothing in it is in nobody's way. */
class Aside {
  readonly names: string[] = []
  readonly #stamp: string

  constructor(stamp: string) {
    this.#stamp = stamp
  }

  async keep(file: string): Promise<void> {
    if (!existsSync(file) || (await stat(file)).size === 0) return
    const kept = file.replace(/(-wal)?$/, `.before-${this.#stamp}$1`)
    await copy(file, kept)
    await toDisk(kept)
    this.names.push(basename(kept))
  }
}

async function putSecret(dataDir: string, secret: string | undefined, aside: Aside): Promise<void> {
  if (secret === undefined || secret === (await readSecret(dataDir))) return
  const file = secretFile(dataDir)
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await aside.keep(file)
  await writeFile(draft, secret, { mode: 0o600, flag: 'wx' })
  await toDisk(draft)
  await rename(draft, file)
}

async function copy(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE)
  await chmod(to, 0o600)
}
