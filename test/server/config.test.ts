import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'

describe('the configuration', () => {
  it('[CONF1] needs nothing to be set', () => {
    expect(readConfig({})).toEqual({
      config: {
        port: 3000,
        host: '127.0.0.1',
        dataDir: './data',
        publicUrl: undefined,
        secret: undefined,
        logLevel: 'info',
      },
    })
  })

  it.each([
    ['2', { hops: 2 }],
    ['10.0.0.0/8, fd00::/8', { networks: ['10.0.0.0/8', 'fd00::/8'] }],
    ['192.0.2.7,::1', { networks: ['192.0.2.7/32', '::1/128'] }],
  ])('[CONF1] takes proxies by their number or by their addresses: %s', (text, trustProxy) => {
    expect(readConfig({ TRUST_PROXY: text })).toMatchObject({ config: { trustProxy } })
  })

  it('[CONF1] takes an empty variable for one that is not set', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: ' ', SECRET: '' })).toEqual(readConfig({}))
  })

  it('[CONF1] takes what is set', () => {
    const env = {
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/var/lib/hindsight',
      PUBLIC_URL: 'https://review.example.org/',
      SECRET: 'a secret of good length',
      LOG_LEVEL: 'warn',
      DATABASE_URL: 'postgres://hindsight:hunter2@db.example.org/hindsight',
      HOME: '/root',
    }
    expect(readConfig(env)).toEqual({
      config: {
        port: 8080,
        host: '0.0.0.0',
        dataDir: '/var/lib/hindsight',
        publicUrl: 'https://review.example.org',
        secret: 'a secret of good length',
        logLevel: 'warn',
        databaseUrl: 'postgres://hindsight:hunter2@db.example.org/hindsight',
      },
    })
  })

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'http://localhost'],
    ['DATABASE_URL', 'mysql://db.example.org'],
    ['DATABASE_URL', 'postgres:hindsight:hunter2@db.example.org/hindsight'],
    ['DATABASE_URL', 'postgres://hindsight:hunter2@db.example.org:port/hindsight'],
    ['REDIS_URL', 'redis'],
    ['REDIS_URL', 'http://:hunter2@cache.example.org'],
    ['PUBLIC_URL', 'review.example.org'],
    ['PUBLIC_URL', 'https://example.org/review'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['SECRET', 'short'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '0'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['TRUST_PROXY', '10.0.0.0/8,proxy.example.org'],
    ['LOG_LEVEL', 'loud'],
  ])('[CONF2] refuses %s=%s by name, and does not repeat the value', (name, value) => {
    const outcome = readConfig({ [name]: value })
    expect(outcome).toEqual({ problems: [expect.stringMatching(new RegExp(`^${name} wants .+\\.$`))] })
    expect(JSON.stringify(outcome)).not.toContain(`"${value}"`)
    expect(JSON.stringify(outcome)).not.toContain('hunter2')
  })

  it('[CONF2] names every bad variable at once', () => {
    const outcome = readConfig({ PORT: 'http', LOG_LEVEL: 'loud', PUBLIC_URL: 'nowhere' })
    expect(outcome).toEqual({
      problems: [
        'PORT wants a port number from 0 to 65535.',
        'PUBLIC_URL wants the address people open, such as https://hindsight.example.org, without a path.',
        'LOG_LEVEL wants one of fatal, error, warn, info, debug, trace, silent.',
      ],
    })
  })

  it('[CONF4] wants of several servers that they share their boards and their secret', () => {
    const REDIS_URL = 'redis://:hunter2@cache.example.org'
    const DATABASE_URL = 'postgres://db.example.org/hindsight'
    const SECRET = 'a secret of good length'
    const [boards, secret] = [
      expect.stringContaining('PostgreSQL'),
      expect.stringContaining('the same for all servers'),
    ]
    expect(readConfig({ REDIS_URL })).toEqual({ problems: [boards, secret] })
    expect(readConfig({ REDIS_URL, SECRET })).toEqual({ problems: [boards] })
    expect(readConfig({ REDIS_URL, DATABASE_URL })).toEqual({ problems: [secret] })
    expect(readConfig({ REDIS_URL, DATABASE_URL, SECRET })).toMatchObject({ config: { redisUrl: REDIS_URL } })
  })
})
