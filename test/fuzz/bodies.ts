import * as fc from 'fast-check'
import { apiPaths } from '../../shared/api/paths.ts'
import { commands } from '../attack/asking.ts'
import type { Target } from './target.ts'

/** How a body is spoilt: in its JSON at some path, or in its bytes. */
interface Spoil {
  readonly how: 'replace' | 'remove' | 'add' | 'many' | 'deep' | 'long' | 'flip' | 'cut' | 'insert'
  readonly at: number
  readonly by: number
}

/** A request that is right in its core, and then spoilt in some ways, or in none. */
export interface Request {
  readonly route: number
  readonly person: number
  readonly spoil: readonly Spoil[]
  readonly json: fc.JsonValue
  readonly contentType: string | undefined
  readonly path: string
}

const usual = 'application/json'

export const aRequest: fc.Arbitrary<Request> = fc.record({
  route: fc.nat(9999),
  person: fc.nat(9999),
  spoil: fc.array(
    fc.record({
      how: fc.constantFrom('replace', 'replace', 'remove', 'add', 'many', 'deep', 'long', 'flip', 'cut', 'insert'),
      at: fc.nat(9999),
      by: fc.nat(255),
    }),
    { maxLength: 3 },
  ),
  json: fc.jsonValue({ maxDepth: 5 }),
  contentType: fc.oneof(
    { weight: 12, arbitrary: fc.constant(usual) },
    fc.constantFrom(
      'text/plain',
      'application/json; charset=utf-16',
      'multipart/form-data; boundary=x',
      'application/problem+json',
      'application/x-www-form-urlencoded',
      '',
      'x'.repeat(500),
    ),
    fc.constant(undefined),
  ),
  path: fc.oneof(
    { weight: 20, arbitrary: fc.constant('') },
    fc.webPath(),
    fc.constantFrom('/..%2f..', '/%00', '/%ff', '//', '/.', '?x=%', '#x'),
  ),
})

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

/** Beyond this nothing is made larger still; a few are larger than a body may be. */
const largeEnough = 200_000

/** The body as it goes over the wire. */
export function bytesOf(body: unknown, { spoil, json }: Request): Buffer | undefined {
  if (body === undefined) return undefined
  let text = JSON.stringify(body)
  for (const each of spoil) {
    if (text !== '' && text.length < largeEnough) text = JSON.stringify(spoiltJson(JSON.parse(text), each, json)) ?? ''
  }
  return spoil.reduce(spoiltBytes, Buffer.from(text))
}

function spoiltJson(value: unknown, { how, at, by }: Spoil, given: fc.JsonValue): unknown {
  const json: unknown = structuredClone(given)
  const places = placesIn(value)
  const place = places[at % Math.max(1, places.length)]
  const set = (next: unknown) => {
    if (place === undefined) return next
    Reflect.set(place.holder, place.key, next)
    return value
  }
  switch (how) {
    case 'replace':
      return set(by % 3 === 0 ? strange[by % strange.length] : json)
    case 'remove':
      if (place) Reflect.deleteProperty(place.holder, place.key)
      return value
    case 'add':
      if (place)
        Object.defineProperty(place.holder, names[by % names.length] ?? 'x', {
          value: json,
          enumerable: true,
          configurable: true,
          writable: true,
        })
      return value
    case 'many':
      return set(Array.from({ length: by * 40 }, () => json))
    case 'long':
      return set('x'.repeat(by * 5000))
    case 'deep':
      return set(Array.from({ length: by * 10 }).reduce<unknown>((inner) => (by % 2 ? [inner] : { a: inner }), 1))
    default:
      return value
  }
}

const strange: readonly unknown[] = [
  null,
  -1,
  1e308,
  0.1,
  '',
  '\u0000',
  '\u202e',
  '__proto__',
  '<script>',
  [],
  {},
  true,
  ' ',
  '2018-02-30',
]
const names = ['__proto__', 'constructor', 'toString', '', 'a.b', '0', 'role', 'left']

function placesIn(value: unknown, depth = 8): readonly { readonly holder: object; readonly key: string }[] {
  if (typeof value !== 'object' || value === null || depth === 0) return []
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...placesIn(inner, depth - 1)])
}

function spoiltBytes(bytes: Buffer, { how, at, by }: Spoil): Buffer {
  const place = at % Math.max(1, bytes.length)
  if (how === 'flip') return Buffer.from(bytes.map((byte, index) => (index === place ? byte ^ (1 << (by % 8)) : byte)))
  if (how === 'cut') return bytes.subarray(0, place)
  if (how === 'insert')
    return Buffer.concat([bytes.subarray(0, place), Buffer.alloc(by % 8, by), bytes.subarray(place)])
  return bytes
}
