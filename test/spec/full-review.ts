import type { BoardSnapshot } from '../../shared/document/snapshot.ts'
import type { ExampleSlug } from '../../shared/incident/examples.ts'
import { reviewedBoard } from './reviewed-board.ts'

/** A shipped incident after its review, with a confidentiality, links, people, messages and follow-ups. */
export async function fullReview(slug: ExampleSlug): Promise<BoardSnapshot> {
  const board = await reviewedBoard({}, slug)
  return {
    ...board,
    incident: {
      ...board.incident,
      ...({ classification: 'confidential', kind: 'outage' } as const),
      ...{ version: '1.2', approver: 'Dana Lindqvist', nextReview: '2026-09-01', distribution: 'Engineering, support' },
      ...{ usersAffected: 28_000_000, tickets: 1412, errorRate: '3% of requests', regions: 'All', downtimeMinutes: 90 },
      ...{ containment: 'Pages were served from the other coast.', successMetrics: 'No second incident of this kind.' },
      ...{ symptoms: '- Slow pages\n- Stale counts', evaluationDetection: 'Alerts fired before anyone wrote to us.' },
    },
    responders: [{ id: 'dana', name: 'Dana', role: 'coordinator', did: '- Called the vendor\n- Kept the log' }],
    communications: [
      { id: 'status', at: '2018-10-21T23:13:00Z', audience: 'All users', scope: 'outside', said: 'We see errors.' },
    ],
    references: [{ id: 'post', title: 'Published analysis', link: 'https://example.com/post', kind: 'document' }],
    followUps: [
      { id: 'runbook', kind: 'knowledge', what: 'Runbook: rebuilding a region', audience: '', done: true, rank: 'a0' },
      { id: 'talk', kind: 'briefing', what: 'What we learnt', audience: 'All teams', done: false, rank: 'a1' },
    ],
    links: [
      { id: 'link-0', from: 'note:note-lessons-0', to: 'event:event-0' },
      { id: 'link-1', from: 'cause:why-1', to: 'event:event-1' },
      { id: 'link-2', from: 'action:action-1', to: 'cause:why-1' },
    ],
  }
}
