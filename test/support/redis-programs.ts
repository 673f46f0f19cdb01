import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runs, type Say, sudo } from './installing.ts'

/** A program that is Redis's server when it is called `redis-server`: one that is here, or else one that this installs. */
export function findOrInstallRedis(say: Say): string {
  const found = findRedis()
  if (found !== undefined) return found
  say('Tests of several nodes need Redis, and there is none here. Installing it.')
  const installed = installWithApt(say) ? findRedis() : undefined
  if (installed === undefined) {
    throw new Error('No Redis was found, and none could be installed. Put redis-server on PATH.')
  }
  say(`Installed ${installed}.`)
  return installed
}

/** Redis is one program of several names; Debian's package of tools has it whole, under the name of a tool. */
function findRedis(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  return ['redis-server', 'valkey-server', 'redis-check-rdb']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path))
}

/** Debian's package of the server would start one for the whole machine; that of the tools starts nothing. */
function installWithApt(say: Say): boolean {
  return (
    runs(say, [...sudo(), 'apt-get', 'update']) &&
    runs(say, [...sudo(), 'apt-get', 'install', '-y', '--no-install-recommends', 'redis-tools'])
  )
}
