import { apiPaths } from '../../shared/api/paths.ts'
import { commands } from '../attack/asking.ts'
import type { Target } from './target.ts'

/** A route with a body that it takes, asked for by some people. */
interface Core {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Everything that takes a body, and a few things that take none. */
export function coresOf(target: Target, person: number): readonly Core[] {
  const { otherBoard, people, facilitators, token } = target
  const someone = { Cookie: people[person % people.length]?.cookie ?? '' }
  const facilitator = { Cookie: facilitators[person % facilitators.length]?.cookie ?? '' }
  const { id, invites } = otherBoard
  const event = {
    event: 'Deploy 42',
    at: '2018-10-21T22:52:00Z',
    kind: 'action',
    actor: 'ci',
    link: 'https://example.org/',
  }
  return [
    { method: 'POST', path: apiPaths.boards(), headers: {}, body: newBoard },
    { method: 'POST', path: apiPaths.boards(), headers: someone, body: { ...newBoard, like: id } },
    { method: 'POST', path: apiPaths.importBoard(), headers: someone, body: { name: 'Fay', file: aFile } },
    { method: 'POST', path: apiPaths.join(id), headers: someone, body: { invite: invites.observer, name: 'Eve' } },
    { method: 'POST', path: apiPaths.invitation(id), headers: {}, body: { invite: invites.participant } },
    { method: 'PATCH', path: apiPaths.me(id), headers: someone, body: { name: 'Ben', color: 'blue', counts: true } },
    { method: 'POST', path: apiPaths.timeline(id), headers: { Authorization: `Bearer ${token}` }, body: event },
    {
      method: 'POST',
      path: apiPaths.timeline(id),
      headers: { Authorization: `Bearer ${token}` },
      body: { events: [event, event] },
    },
    ...commands
      .filter(({ type }) => type !== 'person.remove' && type !== 'role.set')
      .map((body) => ({ method: 'POST', path: apiPaths.commands(id), headers: facilitator, body })),
    { method: 'GET', path: apiPaths.board(id), headers: someone, body: undefined },
    { method: 'DELETE', path: apiPaths.board(id), headers: someone, body: undefined },
    { method: 'PUT', path: apiPaths.boards(), headers: someone, body: newBoard },
    { method: 'POST', path: apiPaths.link(id), headers: someone, body: {} },
  ]
}

const newBoard = {
  title: 'Deploys stopped',
  name: 'Fay',
  minutes: 60,
  settings: { votes: 5, ballot: 'secret', attribution: 'anonymous' },
  incident: { severity: 'SEV-1', summary: 'Words', tags: ['network'], startedAt: '2018-10-21T22:52:00Z' },
  timeline: [{ id: 'page', at: '2018-10-21T22:52:00Z', event: 'Paged', kind: 'milestone', milestone: 'detected' }],
  services: [{ name: 'Git', minutes: 30 }],
  responders: [{ name: 'Ana', role: 'On call' }],
  notes: [{ section: 'lessons', text: 'A note', theme: 'process' }],
  themes: [{ id: 'process', label: 'Process' }],
  causes: [{ text: 'Why', kind: 'why', category: 'technical' }],
  actions: [{ title: 'Write it down', due: '2026-05-01', source: 'theme:process' }],
}

/** A review from a file: what a new board takes, each entry with what makes it one. */
const aFile = {
  format: 'hindsight-board',
  version: 1,
  board: { id: 'elsewhere', title: 'Deploys stopped' },
  incident: newBoard.incident,
  people: [{ id: 'ana', name: 'Ana', color: 'blue', role: 'participant', joinedAt: 1, counts: true }],
  timeline: newBoard.timeline,
  notes: [
    { id: 'note', section: 'lessons', text: 'A note', theme: 'process', author: 'ana', createdAt: 1, rank: 'a0' },
  ],
  themes: [{ id: 'process', label: 'Process', rank: 'a0' }],
  results: [
    {
      ...{ id: 'round', phase: 'vote', ballot: 'secret', openedAt: 1, closedAt: 2, voters: 1, cast: 1, late: 0 },
      ...{ votes: { 'theme:process': 1 }, labels: {} },
    },
  ],
}
