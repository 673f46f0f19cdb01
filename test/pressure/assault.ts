import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'

/** Whom an assault is aimed at: a server on this machine, and what the attacker holds of one of its boards. */
export interface Target {
  readonly origin: string
  readonly port: number
  readonly board: string
  /** People on the board who are in the attacker's hands. */
  readonly cookies: readonly string[]
}

/** Goes on until it is told to end, and says what the server answered to it. */
export interface Assault {
  (target: Target, isOver: () => boolean): Promise<string>
  /** What takes its time before the first blow. */
  readonly prepare?: () => void
}

export interface RunningAssault {
  /** Ends it; resolves with what the server answered. */
  end(): Promise<string>
}

const program = fileURLToPath(new URL('./assault-process.ts', import.meta.url))

/** Starts an assault as a process of its own that waits for all others, so that its work is not mistaken for the server's. */
export async function startAssault(name: string, target: Target): Promise<RunningAssault> {
  const child = fork(program, [name, JSON.stringify(target)], { execArgv: ['--import', 'tsx'] })
  const exited = once(child, 'exit')
  await once(child, 'message')
  if (child.pid !== undefined) setPriority(child.pid, 19)
  const answer = once(child, 'message').then(([said]) => String(said))
  child.send('begin')
  return {
    async end() {
      if (child.connected) child.send('end')
      const said = await Promise.race([answer, exited.then(() => 'the attacker died')])
      if (child.exitCode === null) child.kill('SIGKILL')
      return said
    },
  }
}
