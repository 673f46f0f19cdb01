import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Seat } from '../line.ts'
import type { Asked, Deed } from './people.ts'

/** Other people on a board, in a process of their own, each with a document and a connection. */
export interface Crowd {
  /** Everyone types, moves notes now and then, and shows where they are; until `rest`. */
  edit(): Promise<void>
  /** Says how many letters and moves there were. */
  rest(): Promise<number>
  /** One thing, done by the first of them. */
  do(deed: Deed): Promise<void>
  leave(): Promise<void>
}

export async function gatherCrowd(seats: readonly Seat[], notes: number): Promise<Crowd> {
  const child = fork(fileURLToPath(new URL('people.ts', import.meta.url)), { execArgv: ['--import', 'tsx'] })
  const ended = once(child, 'exit')
  const ask = async (asked: Asked): Promise<number> => {
    const answered = Promise.race([once(child, 'message'), ended])
    child.send(asked)
    const [answer] = await answered
    if (typeof answer !== 'object' || answer === null || !('done' in answer)) throw new Error('the crowd is gone')
    return Number(answer.done)
  }
  await ask({
    to: 'sit',
    notes,
    seats: seats.map(({ url, headers, localAddress }) => ({ url, headers, localAddress })),
  })
  return {
    edit: async () => {
      await ask({ to: 'edit' })
    },
    rest: () => ask({ to: 'rest' }),
    do: async (deed) => {
      await ask({ to: 'do', deed })
    },
    leave: async () => {
      child.kill()
      await ended
    },
  }
}
