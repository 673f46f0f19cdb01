import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// npm run dev: the server, restarted on every change, behind Vite, which reloads the client. Both end together.
const project = join(dirname(fileURLToPath(import.meta.url)), '../..')
const page = Number(process.env.PORT || 3000)
const api = page + 1

const parts = [
  start('tsx/dist/cli.mjs', ['watch', '--clear-screen=false', 'server/main.ts'], { PORT: String(api) }),
  start('vite/bin/vite.js', ['--port', String(page), '--strictPort'], {
    HINDSIGHT_DEV_SERVER: `http://127.0.0.1:${api}`,
  }),
]
console.log(`Hindsight for development: open http://localhost:${page} (the server itself listens on ${api}).`)

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endAll(0))

function start(program, args, env) {
  const child = spawn(process.execPath, [join(project, 'node_modules', program), ...args], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  child.on('exit', (code) => endAll(code ?? 1))
  return child
}

function endAll(code) {
  process.exitCode ??= code
  for (const part of parts) if (part.exitCode === null && part.signalCode === null) part.kill('SIGTERM')
}
