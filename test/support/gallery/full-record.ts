import type { CreateBoard } from '../../../shared/api/boards.ts'

/** A record that leaves out nothing which a record can say. */
export const fullRecord: Pick<CreateBoard, 'communications' | 'references' | 'followUps'> & {
  readonly incident: NonNullable<CreateBoard['incident']>
  readonly services: NonNullable<CreateBoard['services']>
} = {
  incident: {
    kind: 'outage',
    tags: ['database', 'failover', 'network', 'orchestrator', 'multi-region'],
    issueLink: 'https://tracker.example/ops/1234',
    reviewedOn: '2018-10-24',
    notifiedAt: '2018-10-21T23:09:00Z',
    usersAffected: 28_000_000,
    usersKind: 'everyone who reads or writes on the site',
    tickets: 1412,
    userExperience:
      'Pages showed **stale data**, and writes went missing from sight:\n\n- pull requests without their last commits\n- webhooks that never came\n- a status page that promised *two more hours*, three times',
    responseTime: 'p95 from 0.2 to 1.4 s',
    throughput: 'writes 35% below a usual Sunday',
    errorRate: '2.4% of API requests',
    availability: '99.1% of October',
    impactFinancial: 'Credits under the enterprise agreement: about 0.4% of the month.',
    impactOperations: 'Two teams reconciled writes by hand for three weeks.',
    impactReputation: 'Covered by several news sites; our own account of it, a week later, was read 200,000 times.',
    impactCompliance: 'Five enterprise customers had to be told within 24 hours. All were.',
    segments: 'all plans, Enterprise Server not affected',
    peak: 'Sunday evening in the US, Monday morning in Asia',
    devices: 'no difference',
    symptoms: 'Clusters in a shape that no tool knew; replicas hours behind.',
    evidence: 'Orchestrator logs at `22:52:05`, binary log positions of both sites, a rehearsal in the lab.',
    containment:
      '1. Deploys frozen\n2. Webhooks and Pages builds paused\n3. Writes kept in the West until the East was in step',
    resolution: 'Restored from backup, resynchronised both coasts, moved the primaries back East.',
    communications: 'Status page every half hour; the estimates were ours alone, and too hopeful.',
    responseEvaluation: 'Calm and well led. What was missing was a plan for **both** sites being ahead at once.',
    evaluationDetection: 'Two minutes, by our own alerts.',
    evaluationResponse: 'The first responders were at it within eight minutes.',
    evaluationEscalation: 'Seventeen minutes to the coordinator, which is late for a SEV-1.',
    evaluationCoordination: 'One channel for decisions, one for data. Hand-overs were written down.',
    takeaways: '- Failover may only do what applications survive.\n- Rehearse rebuilding everything at once.',
    successMetrics: 'No promotion across regions without a person; a full restore below four hours, twice a year.',
    appendix: 'Write positions by cluster: see https://wiki.example/incidents/1234/positions',
    version: '1.2',
    classification: 'internal',
    nextReview: '2019-04-21',
    distribution: 'Engineering, Support, Executive staff, ops-reviews@example.org',
  },
  services: [
    {
      id: 'service-0',
      name: 'MySQL metadata clusters',
      description: 'Primaries moved West; both sites had writes of their own.',
      minutes: 1451,
    },
    { id: 'service-1', name: 'Webhooks', description: 'Paused, then sent late; 200,000 were dropped.', minutes: 1260 },
    { id: 'service-2', name: 'GitHub Pages', description: '', minutes: 1290 },
  ],
  communications: [
    {
      id: 'said-0',
      at: '2018-10-21T23:09:00Z',
      audience: 'Status page',
      scope: 'outside',
      said: 'We are looking into errors.',
    },
    {
      id: 'said-1',
      at: '2018-10-22T06:51:00Z',
      audience: 'Status page',
      scope: 'outside',
      said: 'We expect two more hours.',
    },
    {
      id: 'said-2',
      at: '2018-10-22T07:30:00Z',
      audience: 'Support leads',
      scope: 'inside',
      said: 'What to answer, and what not to promise.',
    },
  ],
  references: [
    { id: 'doc-0', title: 'Our own account of that day', link: 'https://blog.example/october-21', kind: 'document' },
    { id: 'doc-1', title: 'Replication lag, both sites', link: 'https://graphs.example/d/lag', kind: 'evidence' },
    { id: 'doc-2', title: 'INC-0917: failover during maintenance', link: null, kind: 'incident' },
  ],
  followUps: [
    {
      id: 'next-0',
      kind: 'knowledge',
      what: 'Runbook: both sites are ahead of each other',
      audience: 'Runbooks',
      done: true,
    },
    {
      id: 'next-1',
      kind: 'knowledge',
      what: 'What a promotion may do, and what it may not',
      audience: 'On-call training',
    },
    { id: 'next-2', kind: 'briefing', what: 'What happened, and what we change', audience: 'Executives, customers' },
  ],
}
