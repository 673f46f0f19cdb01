/** A shipped review of a real, published incident: its files' own words. */
export interface IncidentExample {
  readonly slug: string
  readonly title: string
  readonly organisation: string
  readonly sourceUrl: string
  readonly severity: string
  readonly services: readonly string[]
  readonly summary: string
  readonly impact: {
    readonly users: string
    readonly business: string
    readonly duration_minutes: number
    readonly regions: readonly string[]
  }
  readonly milestones: {
    readonly started?: string
    readonly detected?: string
    readonly escalated?: string
    readonly mitigation_started?: string
    readonly restored?: string
    readonly closed?: string
  }
  readonly timeline: readonly {
    readonly at: string
    readonly event: string
    readonly actor: string
    readonly action?: string
  }[]
  readonly rootCause: {
    readonly statement: string
    readonly technicalDetails: readonly string[]
    readonly evidence: readonly string[]
  }
  readonly contributingFactors: readonly {
    readonly name: string
    readonly category: string
    readonly severity: string
    readonly evidence?: string
  }[]
  /** Each why as one sentence, the first about what was seen. */
  readonly fiveWhys: readonly string[]
  /** Section id -> notes. */
  readonly notes: Readonly<Record<string, readonly string[]>>
  /** Notes are named `<section>:<index>`. */
  readonly themes: readonly { readonly label: string; readonly notes: readonly string[] }[]
  readonly actions: readonly {
    readonly title: string
    readonly horizon: string
    readonly priority: string
    readonly kind: string
    readonly verification?: string
  }[]
}

/** What the home page says of an example before it is loaded. */
export interface ExampleListing {
  readonly slug: ExampleSlug
  readonly title: string
  readonly organisation: string
  readonly severity: 'SEV-1'
  /** Of the start, YYYY-MM-DD. */
  readonly date: string
  readonly summary: string
}

export type ExampleSlug = keyof typeof files

export const examples: readonly ExampleListing[] = [
  {
    slug: 'github-2018-network-partition',
    title: 'Short network cut moves database primaries across the country',
    organisation: 'GitHub',
    severity: 'SEV-1',
    date: '2018-10-21',
    summary: 'A network cut of 43 seconds, and a day and eleven minutes of degraded service.',
  },
  {
    slug: 'gitlab-2017-database-loss',
    title: 'Primary database directory removed during a replica rebuild',
    organisation: 'GitLab',
    severity: 'SEV-1',
    date: '2017-01-31',
    summary: 'A clean-up meant for the standby ran on the primary, and no backup could be restored.',
  },
  {
    slug: 'cloudflare-2019-waf-regex',
    title: 'One firewall rule exhausts CPU across the edge',
    organisation: 'Cloudflare',
    severity: 'SEV-1',
    date: '2019-07-02',
    summary: 'A regular expression reached every machine within seconds and took the edge down for 27 minutes.',
  },
  {
    slug: 'roblox-2021-consul',
    title: 'Service discovery contention keeps the platform down for three days',
    organisation: 'Roblox',
    severity: 'SEV-1',
    date: '2021-10-28',
    summary: 'Everything depended on one cluster, the monitoring that could have shown why included.',
  },
]

// Written out one by one, so that the bundler finds each file and makes a chunk of it.
const files = {
  'cloudflare-2019-waf-regex': () => import('./examples/cloudflare-2019-waf-regex.json', { with: { type: 'json' } }),
  'github-2018-network-partition': () =>
    import('./examples/github-2018-network-partition.json', { with: { type: 'json' } }),
  'gitlab-2017-database-loss': () => import('./examples/gitlab-2017-database-loss.json', { with: { type: 'json' } }),
  'roblox-2021-consul': () => import('./examples/roblox-2021-consul.json', { with: { type: 'json' } }),
} as const

export async function loadExample(slug: ExampleSlug): Promise<IncidentExample> {
  return (await files[slug]()).default
}
