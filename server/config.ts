import { isIP } from 'node:net'
import * as v from 'valibot'

/** How this server runs: all of it from the environment, checked once at the start. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Holds the generated secret, and the SQLite file. */
  readonly dataDir: string
  /** An origin without a trailing slash; undefined: whatever address a request came to. */
  readonly publicUrl: string | undefined
  /** Signs the cookies; undefined: the one generated in `dataDir`. */
  readonly secret: string | undefined
  readonly logLevel: LogLevel
  /** Whose word about the address of a request counts; undefined: nobody's, but that of the connection itself. */
  readonly trustProxy?: TrustProxy | undefined
  /** postgres://…; undefined: the boards are in a SQLite file in `dataDir`. */
  readonly databaseUrl?: string | undefined
  /** redis://…; undefined: this server has its boards for itself. */
  readonly redisUrl?: string | undefined
}

/** Proxies in front of the server: how many there are, or in which networks (CIDR) they stand. */
export type TrustProxy = { readonly hops: number } | { readonly networks: readonly string[] }

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export type ConfigOutcome =
  | { readonly config: Config }
  /** One sentence for every bad variable, which it names. */
  | { readonly problems: readonly string[] }

const port = 'a port number from 0 to 65535'
const webOrigin = 'the address people open, such as https://hindsight.example.org, without a path'
const postgres = 'a PostgreSQL address, such as postgres://user:password@host:5432/hindsight'
const proxies = 'the number of proxies in front, 1 to 9, or their addresses, such as 10.0.0.0/8, fd00::/8'
const redis = 'a Redis address, such as redis://host:6379'

const variables = v.object({
  PORT: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,5}$/, port), v.transform(Number), v.maxValue(65_535, port)),
    '3000',
  ),
  HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]+$/, 'a host name or IP address to listen on')), '127.0.0.1'),
  DATA_DIR: v.optional(v.string(), './data'),
  DATABASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => isAddress(text, ['postgres:', 'postgresql:']), postgres),
    ),
  ),
  REDIS_URL: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => isAddress(text, ['redis:', 'rediss:']), redis),
    ),
  ),
  PUBLIC_URL: v.optional(
    v.pipe(
      v.string(),
      v.check((text) => isAddress(text, ['http:', 'https:']) && isOriginOnly(text), webOrigin),
      v.transform((text) => new URL(text).origin),
    ),
  ),
  SECRET: v.optional(v.pipe(v.string(), v.minLength(16, 'at least 16 characters that nobody can guess'))),
  TRUST_PROXY: v.optional(v.pipe(v.string(), v.transform(trustProxyOf), v.check(isTrustProxy, proxies))),
  LOG_LEVEL: v.optional(v.picklist(logLevels, `one of ${logLevels.join(', ')}`), 'info'),
})

/** An empty variable counts as unset. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = v.safeParse(variables, given, { abortPipeEarly: true })
  if (!parsed.success) return { problems: parsed.issues.map(problem) }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, REDIS_URL, PUBLIC_URL, SECRET, LOG_LEVEL, TRUST_PROXY } = parsed.output
  const missing = REDIS_URL === undefined ? [] : missingForSeveral(parsed.output)
  if (missing.length > 0) return { problems: missing }
  return {
    config: {
      port: PORT,
      host: HOST,
      dataDir: DATA_DIR,
      publicUrl: PUBLIC_URL,
      secret: SECRET,
      logLevel: LOG_LEVEL,
      trustProxy: TRUST_PROXY,
      databaseUrl: DATABASE_URL,
      redisUrl: REDIS_URL,
    },
  }
}

/** What several nodes share besides Redis. */
function missingForSeveral({ DATABASE_URL, SECRET }: v.InferOutput<typeof variables>): string[] {
  return [
    ...(DATABASE_URL === undefined
      ? ['REDIS_URL wants DATABASE_URL to be set, too: several servers share their boards in one PostgreSQL.']
      : []),
    ...(SECRET === undefined
      ? ['REDIS_URL wants SECRET to be set, too, to the same for all servers: each has to know whom the others let in.']
      : []),
  ]
}

/** Never quotes the value: it may be a secret, or hold a password. */
function problem(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue)} wants ${issue.message}.`
}

function trustProxyOf(text: string): TrustProxy {
  if (/^\d+$/.test(text.trim())) return { hops: Number(text) }
  const parts = text.split(',').map((part) => part.trim())
  return { networks: parts.map((part) => (isIP(part) === 0 ? part : `${part}/${isIP(part) === 6 ? 128 : 32}`)) }
}

function isTrustProxy(trust: TrustProxy): boolean {
  if ('hops' in trust) return trust.hops >= 1 && trust.hops <= 9
  return trust.networks.every((network) => {
    const [address = '', bits = '', ...rest] = network.split('/')
    const most = isIP(address) === 6 ? 128 : 32
    return isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most && rest.length === 0
  })
}

function isAddress(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.some((protocol) => new URL(text).href.startsWith(`${protocol}//`))
}

function isOriginOnly(text: string): boolean {
  const { pathname, search, hash, username, password } = new URL(text)
  return pathname === '/' && `${search}${hash}${username}${password}` === ''
}
