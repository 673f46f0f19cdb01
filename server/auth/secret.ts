import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret that signs the cookies: made once, kept beside the boards, readable by us alone. */
export async function openSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret')
  try {
    // 'wx': where two servers start at once, one makes it and both read it.
    await writeFile(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isExisting(error)) throw error
  }
  return (await readFile(file, 'utf8')).trim()
}

function isExisting(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}
