import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../../server/config.ts'
import { openTestApp, type TestApp } from '../support/app.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

interface Service {
  readonly image: string
  readonly build?: string
  readonly read_only?: boolean
  readonly configs?: readonly { readonly source: string }[]
  readonly user?: string
  readonly environment?: Readonly<Record<string, string>>
  readonly cap_drop?: readonly string[]
  readonly restart?: string
  readonly healthcheck?: object
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>
  readonly configs: Readonly<Record<string, { readonly content: string }>>
}

describe('what is measured', () => {
  let app: TestApp
  let measured: ReadonlySet<string>

  beforeAll(async () => {
    app = await openTestApp()
    const text = await (await app.browser().get('/metrics')).text()
    measured = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!))
  })

  afterAll(() => app.close())

  const asked = (text: string) =>
    [...text.matchAll(/hindsight_[a-z0-9_]+/g)].map(([name]) => name.replace(/_(bucket|count|sum)$/, ''))

  it.each(['grafana.json', 'alerts.yaml'])('[OPS4] is all that %s asks for', (file) => {
    const names = asked(read(`server/observability/${file}`))
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => !measured.has(name))).toEqual([])
  })

  it('[OPS4] is all on the dashboard, but for what Node tells of itself', () => {
    const shown = new Set(asked(read('server/observability/grafana.json')))
    const ours = [...measured].filter((name) => !/_(nodejs|process)_/.test(name))
    expect(ours.filter((name) => !shown.has(name))).toEqual([])
  })

  it('[OPS4] is alerted of with a reason each', () => {
    const { groups } = parse(read('server/observability/alerts.yaml'))
    const texts = groups[0].rules.map(({ annotations }: { annotations: object }) => Object.keys(annotations))
    expect(texts).toEqual(texts.map(() => ['summary', 'reason']))
  })
})

describe('compose.yaml', () => {
  const compose: Compose = parse(read('compose.yaml'), { merge: true })
  const services = Object.entries(compose.services)

  /** As `docker compose` fills them in, with what it asks for set. */
  const filled = (text: string) =>
    text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, _name, kind, rest) =>
      kind === '-' ? rest : 'a-secret-of-good-length',
    )

  it('[OPS5] gives its nodes what they want', () => {
    const nodes = services.filter(([name]) => name.startsWith('node-'))
    const outcomes = nodes.map(([, { environment }]) => {
      const env = Object.entries(environment ?? {}).map(([name, text]) => [name, filled(text)] as const)
      return readConfig(Object.fromEntries(env))
    })
    const config = {
      databaseUrl: 'postgres://hindsight:a-secret-of-good-length@postgres:5432/hindsight',
      redisUrl: 'redis://redis:6379',
      secret: 'a-secret-of-good-length',
      trustProxy: { hops: 1 },
      publicUrl: undefined,
    }
    expect(outcomes).toMatchObject([{ config }, { config }])
  })

  it('[OPS5] sends people to each node that is ready, and to none that is not', () => {
    const balancing = compose.configs.haproxy!.content
    const sent = [...balancing.matchAll(/^\s*server (\S+) \1:3000$/gm)].map(([, name]) => name)
    expect(sent).toEqual(services.map(([name]) => name).filter((name) => name.startsWith('node-')))
    expect(balancing).toContain('http-check send meth GET uri /readyz ver HTTP/1.1 hdr Host ')
    expect(balancing).not.toMatch(/\b(cookie|stick)\b/)
  })

  it('[OPS5] has one service build the image that all nodes run', () => {
    expect(services.filter(([, { build }]) => build !== undefined).map(([name]) => name)).toEqual(['node-1'])
  })

  it('[OPS5] copies nothing into a container that is read-only, which Docker refuses', () => {
    const copiedTo = services.filter(([, { configs }]) =>
      configs?.some(({ source }) => compose.configs[source]?.content !== undefined),
    )
    expect(copiedTo.map(([name, { read_only }]) => [name, read_only])).toEqual([['balancer', undefined]])
  })

  it('[OPS5] runs nothing as root, and starts again what ends', () => {
    const ours = read('Dockerfile').trim().split('\n')
    expect(ours.lastIndexOf('USER node')).toBeGreaterThan(ours.findLastIndex((line) => line.startsWith('FROM')))
    const kept = services.map(([name, { image, user, cap_drop, restart, healthcheck }]) => [
      name,
      (user ?? (image === 'hindsight' ? 'node' : 'root')) !== 'root' && cap_drop?.includes('ALL'),
      restart,
      healthcheck !== undefined || image === 'hindsight',
    ])
    expect(kept).toEqual(services.map(([name]) => [name, true, 'unless-stopped', true]))
  })
})
