import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import pg from 'pg'
import { freePort } from './free-port.ts'

/** A PostgreSQL of the tests' own: on a free port of this machine, in a folder that goes with it. */
export interface Postgres {
  /** Address of a new, empty database. */
  database(): Promise<string>
  /** It is killed where it stands, as by a crash. */
  crash(): Promise<void>
  /** It ends what runs, and stops in order. */
  stop(): Promise<void>
  /** Starts it again, at the same place, once it is gone. */
  start(): Promise<void>
  /** Stops it, and leaves nothing behind. */
  clear(): Promise<void>
}

/** `isDurable`: it waits for the disk, as in earnest; otherwise it is quicker. */
export async function openPostgres(
  programs: string,
  { isDurable }: { readonly isDurable: boolean },
): Promise<Postgres> {
  const owner = await unprivileged()
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-postgres-'))
  if (owner) await chown(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(programs, 'initdb'),
    ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions', data],
    { ...owner, cwd: folder, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed:\n${made.stdout}${made.stderr}${made.error ?? ''}`)
  const port = await freePort()
  const address = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    ...(isDurable ? [] : ['fsync=off', 'full_page_writes=off']),
  ]
  let server: ChildProcess

  async function start(): Promise<void> {
    const options = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
    // It ends with whoever holds the other end of its standard input, however that ends.
    const guard = '"$0" "$@" & server=$!; (read -r _; kill -QUIT $server) <&3 & wait $server'
    server = spawn('sh', ['-c', `exec 3<&0; ${guard}`, join(programs, 'postgres'), ...options], {
      ...owner,
      cwd: folder,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    await untilReady(server)
  }

  async function signal(name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void> {
    const gone = once(server, 'exit')
    const [pid] = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n')
    process.kill(Number(pid), name)
    await gone
    server.stdin?.end()
  }

  await start()
  return {
    start,
    crash: () => signal('SIGQUIT'),
    stop: () => signal('SIGINT'),
    async database() {
      const name = `t_${nanoid().replaceAll('-', '_').toLowerCase()}`
      const client = new pg.Client(address('postgres'))
      await client.connect()
      await client.query(`CREATE DATABASE "${name}"`)
      await client.end()
      return address(name)
    },
    async clear() {
      if (server.exitCode === null) await signal('SIGQUIT')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root. */
async function unprivileged(): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const [, , uid, gid] = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

function untilReady(server: ChildProcess): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    server.stderr?.setEncoding('utf8').on('data', (part: string) => {
      said += part
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
  })
}
