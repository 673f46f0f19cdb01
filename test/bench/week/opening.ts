import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { backUp } from '../../../server/backup/back-up.ts'
import { remember } from '../../../server/rooms/memory.ts'
import { openFile, openSqlite, storeFile } from '../../../server/store/open-sqlite.ts'

/** How long it takes, in milliseconds, to back up a folder beside its server, and to open a board from cold. */
export async function timeOpening(
  dataDir: string,
  scratch: string,
  board: string,
): Promise<{ readonly backupMs: number; readonly loadMs: number }> {
  const file = storeFile(scratch)
  const began = performance.now()
  const backup = await backUp({ dataDir, secret: undefined }, file)
  if ('problem' in backup) throw new Error(backup.problem)
  const backupMs = performance.now() - began
  const store = await openSqlite({ file, now: Date.now, newId: nanoid, openFile, warn: () => {} })
  const opened = performance.now()
  const stored = await store.boards.load(board)
  if (stored === undefined) throw new Error(`${file} does not hold the board`)
  remember(stored, () => 1)
  const loadMs = performance.now() - opened
  await store.close()
  for (const name of ['', '-wal', '-shm', '.lock']) await rm(join(scratch, `hindsight.sqlite${name}`), { force: true })
  return { backupMs, loadMs }
}
