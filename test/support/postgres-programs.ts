import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runs, type Say, sudo } from './installing.ts'

/** The folder of `initdb` and `postgres`: those that are here, or else those that this installs. */
export function findOrInstallPostgres(say: Say): string {
  const found = findPostgres()
  if (found !== undefined) return found
  say('Tests of the store need PostgreSQL’s programs, and there are none here. Installing them.')
  const installed = installWithApt(say) ? findPostgres() : undefined
  if (installed === undefined) {
    throw new Error(
      'No PostgreSQL was found, and none could be installed. Install the package "postgresql", or put initdb and postgres on PATH.',
    )
  }
  say(`Installed ${installed}.`)
  return installed
}

/** Debian keeps them off the PATH, one folder for each version. */
function findPostgres(): string | undefined {
  const debians = '/usr/lib/postgresql'
  const versions = existsSync(debians) ? readdirSync(debians).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(debians, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))))
}

/** Debian's package would start a server for the whole machine; while it is being installed, it is told not to. */
function installWithApt(say: Say): boolean {
  const install = (name: string) => [...sudo(), 'apt-get', 'install', '-y', '--no-install-recommends', name]
  const folder = '/etc/postgresql-common/createcluster.d'
  const file = `${folder}/for-a-moment.conf`
  const quietly = `mkdir -p ${folder} && echo 'create_main_cluster = false' > ${file}`
  const isInstalled =
    runs(say, [...sudo(), 'apt-get', 'update']) &&
    runs(say, install('postgresql-common')) &&
    runs(say, [...sudo(), 'sh', '-c', quietly]) &&
    runs(say, install('postgresql'))
  runs(say, [...sudo(), 'rm', '-f', file])
  return isInstalled
}
