import { readConfig } from './config.ts'
import { startProblem } from './start-problem.ts'
import { startServer } from './start-server.ts'
import { realSurroundings } from './surroundings.ts'

const outcome = readConfig(process.env)
if ('problems' in outcome) stop(['Hindsight can’t start:', ...outcome.problems.map((problem) => `  ${problem}`)])

const { config } = outcome
const surroundings = realSurroundings(config.logLevel)
const { log } = surroundings
const server = await startServer(config, surroundings).catch((error: unknown) =>
  stop([`Hindsight can’t start: ${startProblem(error, config)}`]),
)
log.info({ port: server.port, host: config.host, dataDir: config.dataDir }, `Hindsight is at ${server.url}`)

if (process.stdout.isTTY) console.log(`Open ${server.url} in your browser. Ctrl+C stops Hindsight.`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown(signal))

process.on('unhandledRejection', (error) => {
  log.error({ err: error }, 'a promise failed that nobody waited for')
})

/** A stop that hangs is worse than one that is cut short: what was called saved is on disk already. */
async function shutDown(signal: string): Promise<void> {
  log.info({ signal }, 'stopping')
  const impatience = setTimeout(() => {
    log.error({}, 'stopping took too long')
    process.exit(1)
  }, 10_000)
  impatience.unref()
  try {
    await server.close()
    log.info({}, 'stopped')
    process.exitCode = 0
  } catch (error) {
    log.error({ err: error }, 'stopping failed')
    process.exitCode = 1
  }
}

function stop(lines: readonly string[]): never {
  console.error(lines.join('\n'))
  process.exit(1)
}
