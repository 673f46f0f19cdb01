import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** What lies where the secret should be is too short to be one: signing with it would let anyone in. */
export class SecretSpoilt extends Error {
  override readonly name = 'SecretSpoilt'
}

const shortest = 16

export const secretFile = (dataDir: string): string => join(dataDir, 'secret')

/**
 * The secret that signs the cookies: made once, kept beside the boards, readable by us alone.
 *
 * @throws SecretSpoilt
 */
export async function openSecret(dataDir: string): Promise<string> {
  const known = await readSecret(dataDir)
  if (known === undefined) await writeSecret(dataDir, randomBytes(32).toString('base64url'))
  const secret = known ?? (await readSecret(dataDir)) ?? ''
  if (secret.length < shortest) throw new SecretSpoilt(secretFile(dataDir))
  return secret
}

/** Undefined: there is none yet. */
export async function readSecret(dataDir: string): Promise<string | undefined> {
  try {
    return (await readFile(secretFile(dataDir), 'utf8')).trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Written aside and on disk before it gets its name, so that there is a whole one or none; one that is there stays. */
async function writeSecret(dataDir: string, secret: string): Promise<void> {
  const draft = `${secretFile(dataDir)}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(draft, 'wx', 0o600)
    await file.writeFile(secret)
    await file.sync()
    await file.close()
    // Where two servers start at once, one makes it and both read it.
    await link(draft, secretFile(dataDir))
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    await rm(draft, { force: true })
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
