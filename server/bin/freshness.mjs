import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Whether what is built matches its sources, and making it so. Shared by `npm start` and the tests. */

const project = join(dirname(fileURLToPath(import.meta.url)), '../..')
const sources = ['client', 'server', 'shared', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']
const stamp = join(project, 'dist/built-at')

/** Builds `dist` if it is missing or older than any source. Throws where the build fails. */
export function buildIfStale(say) {
  const reason = whyStale()
  if (reason === undefined) return
  if (!existsSync(join(project, 'node_modules'))) throw new Error('The dependencies are missing. Run `npm ci` first.')
  say(`Building Hindsight: ${reason}. This takes a moment.`)
  const startedAt = Date.now()
  run('typescript/bin/tsc', ['-b', 'server'])
  run('vite/bin/vite.js', ['build', '--logLevel', 'warn'])
  mkdirSync(dirname(stamp), { recursive: true })
  // Stamped with the start: what was saved during the build is built the next time.
  writeFileSync(stamp, String(startedAt))
  say(`Built in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`)
}

function whyStale() {
  if (!existsSync(stamp)) return 'it has not been built yet'
  const builtAt = Number(readFileSync(stamp, 'utf8'))
  const newer = sources.map((source) => newerThan(builtAt, join(project, source))).find((path) => path !== undefined)
  return newer && `${newer.slice(project.length + 1)} has changed`
}

/** Folders count too: their time changes when a file in them is removed. */
function newerThan(moment, path) {
  const stat = statSync(path)
  if (stat.mtimeMs > moment) return path
  if (!stat.isDirectory()) return undefined
  for (const name of readdirSync(path)) {
    const newer = newerThan(moment, join(path, name))
    if (newer !== undefined) return newer
  }
  return undefined
}

function run(program, args) {
  const { status } = spawnSync(process.execPath, [join(project, 'node_modules', program), ...args], {
    cwd: project,
    stdio: 'inherit',
    // Whoever asks for the build may be a test: what is built is the product all the same.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error(`The build failed: ${program} ${args.join(' ')}`)
}
