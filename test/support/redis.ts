import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort } from './free-port.ts'

/** A Redis of the tests' own: on a free port of this machine, in memory alone. */
export interface RedisServer {
  readonly url: string
  /** Runs a command as somebody of its own. */
  ask(...command: readonly [string, ...string[]]): Promise<unknown>
  /** It is gone at once, with all that it knew. */
  kill(): Promise<void>
  /** It takes connections and answers nothing, until it goes on. */
  pause(): void
  goOn(): void
  /** Starts it again, at the same place, once it is gone. */
  start(): Promise<void>
  /** Stops it, and leaves nothing behind. */
  clear(): Promise<void>
}

/** `program`: what is Redis's server when it is called so. */
export async function openRedis(
  program: string,
  { password }: { readonly password?: string } = {},
): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'hindsight-redis-'))
  const called = join(folder, 'redis-server')
  await symlink(program, called)
  const port = await freePort()
  const settings = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  if (password !== undefined) settings.push('--requirepass', password)
  const url = `redis://${password === undefined ? '' : `:${password}@`}127.0.0.1:${port}`
  let shell: ChildProcess
  let pid = 0

  async function start(): Promise<void> {
    // It ends with whoever holds the other end of its standard input, however that ends.
    const guard = '"$0" "$@" & server=$!; echo "pid $server"; (read -r _; kill -KILL $server) <&3 & wait $server'
    shell = spawn('sh', ['-c', `exec 3<&0; ${guard}`, called, ...settings], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    pid = await untilReady(shell)
  }

  async function kill(): Promise<void> {
    const gone = once(shell, 'exit')
    process.kill(pid, 'SIGKILL')
    await gone
    shell.stdin?.end()
  }

  await start()
  return {
    url,
    async ask(...[command, ...args]) {
      const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0 })
      try {
        await client.connect()
        return await client.call(command, ...args)
      } finally {
        client.disconnect()
      }
    },
    kill,
    pause: () => void process.kill(pid, 'SIGSTOP'),
    goOn: () => void process.kill(pid, 'SIGCONT'),
    start,
    async clear() {
      if (shell.exitCode === null) await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The process id of the server, once it takes connections. */
function untilReady(shell: ChildProcess): Promise<number> {
  let said = ''
  return new Promise((resolve, reject) => {
    shell.stdout?.setEncoding('utf8').on('data', (part: string) => {
      said += part
      const pid = /pid (\d+)\n/.exec(said)?.[1]
      if (pid !== undefined && /ready to accept connections/i.test(said)) resolve(Number(pid))
    })
    shell.once('exit', () => reject(new Error(`Redis did not start:\n${said}`)))
  })
}
