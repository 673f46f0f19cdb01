import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSecret } from '../../server/auth/secret.ts'
import { backUp } from '../../server/backup/back-up.ts'
import { restore } from '../../server/backup/restore.ts'
import { openFile, openSqlite, storeFile } from '../../server/store/open-sqlite.ts'
import { deskKey, type Store } from '../../server/store/port.ts'
import { aCommit, aMember, bytes } from '../support/commits.ts'
import { spoilPage, tamper } from '../support/damage.ts'

let folder: string
let here: string
let elsewhere: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hindsight-backup-'))
  here = join(folder, 'here')
  elsewhere = join(folder, 'elsewhere')
  file = join(folder, 'monday.sqlite')
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const monday = () => Date.UTC(2018, 9, 22, 9)
const back = (secret?: string) => backUp({ dataDir: here, secret }, file)
const put = (dataDir: string, secret?: string) => restore({ dataDir, secret }, file, { now: monday, newId: nanoid })
const problem = (sentence: string) => ({ problem: expect.stringContaining(sentence) })
const boards = 'hindsight.sqlite'

async function inStore<T>(dataDir: string, work: (store: Store) => Promise<T>): Promise<T> {
  const parts = { now: monday, newId: nanoid, openFile, warn: () => {} }
  const store = await openSqlite({ file: storeFile(dataDir), ...parts })
  const result = await work(store)
  await store.close()
  return result
}

const epochIn = (dataDir: string) => inStore(dataDir, (store) => store.epoch())
const boardIn = (dataDir: string) => inStore(dataDir, (store) => store.boards.load('deploys'))
const wordsIn = async (dataDir: string) => Buffer.from((await boardIn(dataDir))!.documents.get('board')![0]!).toString()
/** A folder as a server leaves it, with one board. */
async function aFolder(words = 'Deploys stopped'): Promise<void> {
  await mkdir(here)
  await openSecret(here)
  const first = aCommit({
    updates: [
      { document: 'board', update: bytes(words) },
      { document: deskKey('ana'), update: bytes('a draft of hers') },
    ],
    bindings: [{ client: 7, owner: { person: 'ana' } }],
    members: [aMember('ana')],
    invites: [{ role: 'participant', secret: 's3cret', since: 1 }],
  })
  await inStore(here, (store) => store.boards.create({ id: 'deploys', createdAt: 1 }, first))
}

describe('a backup', () => {
  it('[BACKUP1] holds a board with all that belongs to it', async () => {
    await aFolder()
    const board = await boardIn(here)
    expect(await back()).toEqual({ boards: 1 })
    await put(elsewhere)
    expect(await boardIn(elsewhere)).toEqual(board)
  })

  it('[BACKUP3] never replaces a file', async () => {
    await aFolder()
    await writeFile(file, 'last week')
    expect(await back()).toEqual(problem('monday.sqlite exists already'))
    expect(await readFile(file, 'utf8')).toBe('last week')
  })

  it('[BACKUP3] is made once at a time, and leaves alone what another is at', async () => {
    await aFolder()
    await writeFile(`${file}.part`, 'half')
    expect(await back()).toEqual(problem('another backup is being made'))
    expect(await readFile(`${file}.part`, 'utf8')).toBe('half')
  })

  it('[BACKUP3] is none where what it copies is damaged or missing, or its folder is', async () => {
    expect(await back()).toEqual(problem('there are no boards in DATA_DIR'))
    await aFolder(`${'Deploys stopped at nine. '.repeat(400)}halfway${' They went on at ten.'.repeat(400)}`)
    const nowhere = join(folder, 'nowhere', 'monday.sqlite')
    expect(await backUp({ dataDir: here, secret: undefined }, nowhere)).toEqual(problem('does not exist'))
    spoilPage(here, 'halfway')
    await expect(back()).rejects.toMatchObject({ kind: 'damaged' })
    expect(await readdir(folder)).toEqual(['here'])
  })

  it('[BACKUP4] holds the secret, so that people stay who they are, and is its owner’s alone to read', async () => {
    await aFolder()
    await back()
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await put(elsewhere)).toMatchObject({ knowsPeople: true })
    const secret = await readFile(join(here, 'secret'))
    expect(await readFile(join(elsewhere, 'secret'))).toEqual(secret)
    expect((await stat(join(elsewhere, 'secret'))).mode & 0o777).toBe(0o600)
    expect((await readFile(join(elsewhere, boards))).includes(secret)).toBe(false)
  })

  it('[BACKUP4] leaves a secret that was set where it is kept', async () => {
    const set = 'kept where secrets are kept'
    await aFolder()
    const made = await readFile(join(here, 'secret'), 'utf8')
    await back(set)
    const copy = await readFile(file)
    expect([copy.includes(set), copy.includes(made)]).toEqual([false, false])
    expect(await put(elsewhere)).toMatchObject({ knowsPeople: false })
    expect(await put(elsewhere, set)).toMatchObject({ knowsPeople: true })
    expect(existsSync(join(elsewhere, 'secret'))).toBe(false)
  })
})

describe('a restore', () => {
  it('[BACKUP5] puts the boards of then in place, and keeps those of now beside them', async () => {
    await aFolder()
    await back()
    tamper(here, `UPDATE updates SET bytes = ? WHERE document = 'board'`, bytes('Slow deploys'))
    await writeFile(join(here, 'secret'), 'another secret of good length')
    const kept = ['secret.before-20181022T090000Z', 'hindsight.sqlite.before-20181022T090000Z']
    expect(await put(here)).toEqual({ boards: 1, keptAside: kept, knowsPeople: true })
    expect(await wordsIn(here)).toBe('Deploys stopped')
    expect(await readFile(join(here, kept[0]!), 'utf8')).toBe('another secret of good length')

    file = join(here, kept[1]!)
    expect(await put(elsewhere)).toMatchObject({ boards: 1, knowsPeople: false })
    expect(await wordsIn(elsewhere)).toBe('Slow deploys')
  })

  it('[BACKUP5] keeps, of a server that was killed, what is only in its log, and brings that back too', async () => {
    await aFolder()
    await back()
    await mkdir(elsewhere)
    await inStore(here, async (store) => {
      await store.boards.commit('deploys', aCommit({ commands: ['c1'] }))
      for (const name of ['', '-wal']) await copyFile(storeFile(here) + name, storeFile(elsewhere) + name)
    })
    const kept = `${boards}.before-20181022T090000Z`
    expect(await put(elsewhere)).toMatchObject({ keptAside: [kept, `${kept}-wal`] })
    expect((await boardIn(elsewhere))?.commands).toEqual([])

    file = join(elsewhere, kept)
    await put(join(folder, 'third'))
    expect((await boardIn(join(folder, 'third')))?.commands).toEqual(['c1'])
  })

  it('[BACKUP6] renews the epoch, also where a backup was put in place by hand', async () => {
    await aFolder()
    await back()
    const before = await epochIn(here)
    await put(here)
    const restored = await epochIn(here)
    for (const name of ['', '-wal', '-shm']) await rm(storeFile(here) + name, { force: true })
    await copyFile(file, storeFile(here))
    const byHand = await epochIn(here)
    expect(new Set([before, restored, byHand]).size).toBe(3)
    expect(await epochIn(here)).toBe(byHand)
  })

  it('[BACKUP7] does nothing where a server works', async () => {
    await aFolder()
    await back()
    await inStore(here, async (store) => {
      expect(await put(here)).toEqual(problem('Stop it first'))
      expect((await store.boards.load('deploys'))?.id).toBe('deploys')
    })
  })

  it.each<[string, () => Promise<void> | void, string]>([
    ['is missing', () => rm(file), 'there is no file'],
    ['is something else', () => writeFile(file, 'Deploys stopped. '.repeat(500)), 'is damaged'],
    ['was cut short', async () => writeFile(file, (await readFile(file)).subarray(0, 20_000)), 'is damaged'],
    [
      'is newer',
      () => tamper(file, `INSERT INTO kysely_migration VALUES ('9999-tomorrow', '2030-01-01')`),
      'was written by a newer version of Hindsight',
    ],
    ['holds something else', () => tamper(file, 'DROP TABLE updates'), 'holds no boards of Hindsight'],
  ])('[BACKUP7] does nothing with a file that %s', async (_what, spoil, sentence) => {
    await aFolder()
    await back()
    await spoil()
    const before = await readFile(storeFile(here))
    expect(await put(here)).toEqual(problem(sentence))
    expect(await readFile(storeFile(here))).toEqual(before)
    expect((await readdir(here)).filter((name) => !name.startsWith(boards))).toEqual(['secret'])
    expect(await wordsIn(here)).toBe('Deploys stopped')
  })
})
