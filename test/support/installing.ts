import { spawnSync } from 'node:child_process'

export type Say = (sentence: string) => void

/** Runs a program that installs something, and lets it speak. False: it failed. */
export function runs(say: Say, [program = '', ...args]: readonly string[]): boolean {
  say(`> ${program} ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

/** What stands before a command that is root's; it asks for no password. */
export const sudo = (): readonly string[] => (process.getuid?.() === 0 ? [] : ['sudo', '-n'])
