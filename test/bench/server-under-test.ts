import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { fileURLToPath } from 'node:url'
import { seenFromOutside } from './seen-from-outside.ts'
import { pause } from './typing.ts'

/** What a server process has used so far. */
export interface Usage {
  /** When it was asked, by the machine's clock. */
  readonly atMs: number
  /** User and system time. */
  readonly cpuMs: number
  /** Bytes. */
  readonly rss: number
  readonly heapUsed: number
  readonly external: number
  readonly peakRss: number
}

/** A server in a process of its own, as its makers start it, with a gauge inside. */
export interface ServerUnderTest {
  readonly port: number
  /** One that does not answer is looked at from outside: its load must not decide when it is measured. */
  usage(): Promise<Usage>
  /** After a full garbage collection. */
  collected(): Promise<Usage>
  /** Ends it at once, but so that a profile is written where one is wanted. */
  end(): Promise<void>
  /** Asks it to end in order, as an operator would. */
  stop(): Promise<void>
}

export interface StartOptions {
  /** Where it leaves a CPU profile when it ends. */
  readonly profileDir?: string | undefined
}

/** Milliseconds; a server that is up to its work takes a few. */
const answersWithinMs = 500

const gauge = fileURLToPath(new URL('servers/gauge.mjs', import.meta.url))

/** Resolves once something listens at the port; `args` and `env` are what the program itself is given. */
export async function startServerUnderTest(
  port: number,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  { profileDir }: StartOptions,
): Promise<ServerUnderTest> {
  const profile = profileDir === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDir}`]
  const child = spawn(process.execPath, ['--expose-gc', ...profile, '--import', gauge, ...args], {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    said = (said + part).slice(-4000)
  })
  const ended = once(child, 'exit')
  await Promise.race([
    listens(port),
    ended.then(() => {
      throw new Error(`the server did not start:\n${said}`)
    }),
  ])
  const ask = gaugeOf(child)
  return {
    port,
    usage: () => Promise.race([ask('usage'), pause(answersWithinMs).then(() => seenFromOutside(child.pid ?? 0))]),
    collected: () => ask('collected'),
    async end() {
      if (profileDir === undefined) child.kill('SIGKILL')
      else child.send('end')
      const impatience = setTimeout(() => child.kill('SIGKILL'), 5000)
      await ended
      clearTimeout(impatience)
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Share of one core that was used between two looks, in percent. */
export function cpuShare(before: Usage, after: Usage): number {
  return ((after.cpuMs - before.cpuMs) / (after.atMs - before.atMs)) * 100
}

/** Asks what the process has used; answers come in the order of the questions, some of them late. */
function gaugeOf(child: ChildProcess): (what: 'usage' | 'collected') => Promise<Usage> {
  const waiting: ((usage: Usage) => void)[] = []
  child.on('message', (usage: Usage) => waiting.shift()?.(usage))
  return (what) =>
    new Promise((resolve) => {
      waiting.push(resolve)
      child.send(what)
    })
}

async function listens(port: number): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!(await accepts(port))) {
    if (performance.now() > deadline) throw new Error(`nothing listens at port ${port}`)
    await pause(20)
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
