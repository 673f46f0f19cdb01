import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The built server, as a process of its own: it can be killed. */
export interface ServerProcess {
  readonly port: number
  readonly url: string
  /** Resolves once the process is gone, whoever ended it. */
  readonly gone: Promise<void>
  /** What it has said so far. */
  output(): string
  /** Sends a signal that is not the end. */
  signal(signal: NodeJS.Signals): void
  /** Sends a signal and waits for the end. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<Ended>
}

const built = (path: string) => fileURLToPath(new URL(`../../dist/server/${path}`, import.meta.url))
const main = built('main.js')
const backup = built('backup/command.js')

/** What a server starts under. */
interface Conditions {
  /** No file grows beyond this: the system refuses the write, to root too. */
  readonly fileBytes?: number
  /** A module that is loaded before the server. */
  readonly preload?: URL | undefined
}

/** Resolves once it listens. The environment is all it gets: nothing of ours leaks in. */
export async function startServerProcess(
  env: Readonly<Record<string, string>>,
  conditions?: Conditions,
): Promise<ServerProcess> {
  const { child, output } = run({ PORT: '0', ...env }, conditions)
  const exited = once(child, 'exit')
  const port = await listeningPort(child, output)
  return {
    port,
    url: `http://localhost:${port}`,
    gone: exited.then(() => {}),
    output,
    signal: (signal) => void child.kill(signal),
    async end(signal) {
      child.kill(signal)
      await exited
      return { code: child.exitCode, output: output() }
    },
  }
}

interface Ended {
  readonly code: number | null
  /** What it said. */
  readonly output: string
}

/** For a start that is meant to fail. */
export function failedStart(env: Readonly<Record<string, string>>, conditions?: Conditions): Promise<Ended> {
  return ended(run(env, conditions))
}

/** `npm run backup -- <file>`, `npm run restore -- <file>` or `npm run restored`, once it is built. */
export function runBackup(
  verb: 'backup' | 'restore' | 'restored',
  file: string,
  env: Readonly<Record<string, string>>,
  conditions?: Conditions,
): Promise<Ended> {
  return ended(run(env, conditions, [backup, verb, file]))
}

async function ended({ child, output }: ReturnType<typeof run>): Promise<Ended> {
  await once(child, 'close')
  return { code: child.exitCode, output: output() }
}

const running = new Set<ChildProcess>()
// A test that fails half-way leaves its server running.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

function run(env: Readonly<Record<string, string>>, { fileBytes, preload }: Conditions = {}, program = [main]) {
  const bound = fileBytes === undefined ? '' : `ulimit -f ${Math.ceil(fileBytes / 512)}; `
  const preloaded = preload ? ['--import', preload.href] : []
  const command = ['-c', `${bound}exec "$0" "$@"`, process.execPath, ...preloaded, ...program]
  const child = spawn('sh', command, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  }
  return { child, output: () => text }
}

function listeningPort(child: ChildProcess, output: () => string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      const port = /"port":(\d+)/.exec(output())?.[1]
      if (port !== undefined) resolve(Number(port))
    })
    child.once('exit', () => reject(new Error(`the server did not start:\n${output()}`)))
  })
}
