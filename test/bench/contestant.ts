import type { Seat } from './line.ts'
import type { ServerUnderTest, StartOptions } from './server-under-test.ts'

/** `before` is another checkout of Hindsight, there to see what a change brought. */
export const aloneNames = ['hindsight', 'before', 'relay', 'y-websocket-server', 'hocuspocus'] as const

/**
 * Several servers that share their boards, the people of each board spread over them; `apart`: each board on one of
 * them. They stand beside one server on the same database, and Hocuspocus with its Redis extension.
 */
export const sharingNames = [
  'three nodes',
  'two nodes',
  'one node',
  'three nodes apart',
  'two nodes apart',
  'hocuspocus, three nodes',
  'hocuspocus, one node',
] as const

export const contestantNames = [...aloneNames, ...sharingNames] as const
export type ContestantName = (typeof contestantNames)[number]

/** Servers of others, of which one or the other is not up to everything that is measured. */
const peers: readonly ContestantName[] = [
  'relay',
  'y-websocket-server',
  'hocuspocus',
  'hocuspocus, three nodes',
  'hocuspocus, one node',
]

export const isPeer = (name: ContestantName): boolean => peers.includes(name)

/** Starts a server on an empty folder, or on one that an earlier start of it has left. */
export type Start = (folder: string, options: StartOptions) => Promise<Arena>

/** A running server, and how people come to a board on it. */
export interface Arena {
  readonly server: ServerUnderTest
  /** Where there are several, each of them; `server` is all of them together. */
  readonly nodes?: readonly Node[]
  /** A new board with this many notes, and places at it for this many people. */
  openBoard(people: number, notes: number): Promise<Board>
  /** What Redis has used of a processor so far, in milliseconds. */
  redisCpuMs?(): Promise<number>
  /** What PostgreSQL has written to its log so far, in bytes. */
  logBytes?(): Promise<number>
}

/** One of several servers. */
export interface Node extends ServerUnderTest {
  /** What it counts of what nodes tell each other; none where it does not tell. */
  words(): Promise<Words>
}

/** So far. */
export interface Words {
  readonly said: number
  readonly heard: number
  readonly bytesSaid: number
  readonly updates: number
}

export interface Board {
  readonly seats: readonly Seat[]
  /** What the board holds, where the server does not tell: for writers on a mere relay. */
  readonly state?: Uint8Array
  /**
   * Lets go of whoever brought the content: to be called once others are there.
   *
   * @remarks
   * y-websocket-server may lose a document that everyone leaves right after it was written.
   */
  settled?(): Promise<void>
}

/** An address of its own on this machine for everyone: servers that limit what comes from one address see many. */
export function addressOf(person: number): string {
  const nth = person + 1
  return `127.${1 + Math.floor(nth / 62_500)}.${Math.floor(nth / 250) % 250}.${1 + (nth % 250)}`
}

export const noteId = (nth: number) => `note-${nth}`

export const noteText = (nth: number) => `At ${nth} minutes past we saw the queue grow, and nobody knew why yet.`
