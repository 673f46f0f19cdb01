import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The built server, as a process of its own: it can be killed. */
export interface ServerProcess {
  readonly port: number
  readonly url: string
  /** What it has said so far. */
  output(): string
  /** Sends a signal and waits for the end. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<{ readonly code: number | null; readonly output: string }>
}

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url))

/** What the system lets a server do. */
interface Bounds {
  /** No file grows beyond this: the system refuses the write, to root too. */
  readonly fileBytes?: number
}

/** Resolves once it listens. The environment is all it gets: nothing of ours leaks in. */
export async function startServerProcess(
  env: Readonly<Record<string, string>>,
  bounds?: Bounds,
): Promise<ServerProcess> {
  const { child, output } = run({ PORT: '0', ...env }, bounds)
  const port = await listeningPort(child, output)
  const ended = once(child, 'exit')
  return {
    port,
    url: `http://localhost:${port}`,
    output,
    async end(signal) {
      child.kill(signal)
      await ended
      return { code: child.exitCode, output: output() }
    },
  }
}

/** For a start that is meant to fail: what it said, and its exit code. */
export async function failedStart(
  env: Readonly<Record<string, string>>,
  bounds?: Bounds,
): Promise<{ code: number | null; output: string }> {
  const { child, output } = run(env, bounds)
  await once(child, 'close')
  return { code: child.exitCode, output: output() }
}

function run(env: Readonly<Record<string, string>>, { fileBytes }: Bounds = {}) {
  const bound = fileBytes === undefined ? '' : `ulimit -f ${Math.ceil(fileBytes / 512)}; `
  const command = ['-c', `${bound}exec "$0" "$@"`, process.execPath, main]
  const child = spawn('sh', command, { env, stdio: ['ignore', 'pipe', 'pipe'] })
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
