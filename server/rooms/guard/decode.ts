import * as decoding from 'lib0/decoding'
import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import { type Content, Parts, readContent, Unwelcome } from './decode-content.ts'
import { highestClient, highestClock } from './limits.ts'
import type { GuardRefusal } from './refusal.ts'

export interface Id {
  readonly client: number
  readonly clock: number
}

interface Span extends Id {
  readonly length: number
}

export interface IncomingItem extends Span {
  readonly kind: 'item'
  readonly origin: Id | null
  readonly rightOrigin: Id | null
  /** A root's name, the id of the item that holds the parent, or null where the neighbours tell. */
  readonly parent: string | Id | null
  readonly key: string | null
  readonly content: Content
}

/** What was collected. */
export interface IncomingGc extends Span {
  readonly kind: 'gc'
}

/** What the update leaves out. */
export interface IncomingSkip extends Span {
  readonly kind: 'skip'
}

export type IncomingStruct = IncomingItem | IncomingGc | IncomingSkip

/** An update as it lies on the wire, believed in nothing but its form. */
export interface Incoming {
  readonly blocks: readonly { readonly client: number; readonly structs: readonly IncomingStruct[] }[]
  /** Of each client in order, none twice. */
  readonly deletes: readonly Span[]
}

/**
 * Reads an update of Yjs's first format.
 *
 * @remarks
 * `Y.decodeUpdate` hides how structs were framed, and `Y.applyUpdate` keeps only the last of two blocks of one client:
 * what was judged and what is applied would differ. So the frame is read here, and read strictly.
 */
export function decodeIncoming(update: Uint8Array): Result<Incoming, GuardRefusal> {
  try {
    const decoder = decoding.createDecoder(update)
    const parts = new Parts()
    const blocks = readBlocks(decoder, parts)
    const deletes = readDeletes(decoder, parts)
    return decoding.hasContent(decoder) ? refuse('malformed') : allow({ blocks, deletes })
  } catch (error) {
    // lib0 says by throwing that bytes end too early or are no text; whatever it says, this is no update.
    return refuse(error instanceof Unwelcome ? error.reason : 'malformed')
  }
}

/** A block takes about as much time and room as so many structs. */
const weightOfABlock = 5

function readBlocks(decoder: decoding.Decoder, parts: Parts): Incoming['blocks'] {
  const blocks: Incoming['blocks'][number][] = []
  const seen = new Set<number>()
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    let structsLeft = decoding.readVarUint(decoder)
    const client = readOnce(decoder, seen)
    parts.count(weightOfABlock)
    const structs: IncomingStruct[] = []
    for (let clock = decoding.readVarUint(decoder); structsLeft > 0; structsLeft--) {
      parts.count()
      const struct = readStruct(decoder, client, clock, parts)
      clock = endOf(struct)
      structs.push(struct)
    }
    if (structs.length === 0) throw new Unwelcome('malformed')
    blocks.push({ client, structs })
  }
  return blocks
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number, parts: Parts): IncomingStruct {
  const info = decoding.readUint8(decoder)
  if (info === 0) return { kind: 'gc', client, clock, length: decoding.readVarUint(decoder) }
  if (info === 10) return { kind: 'skip', client, clock, length: decoding.readVarUint(decoder) }
  const origin = info & 0x80 ? readNeighbour(decoder, client, clock) : null
  const rightOrigin = info & 0x40 ? readNeighbour(decoder, client, clock) : null
  const isFirst = origin === null && rightOrigin === null
  const parent = isFirst ? readParent(decoder, client, clock) : null
  const key = isFirst && info & 0x20 ? decoding.readVarString(decoder) : null
  const { content, length } = readContent(decoder, info & 0x1f, parts)
  return { kind: 'item', client, clock, length, origin, rightOrigin, parent, key, content }
}

function readParent(decoder: decoding.Decoder, client: number, clock: number): string | Id {
  return decoding.readVarUint(decoder) === 1 ? decoding.readVarString(decoder) : readNeighbour(decoder, client, clock)
}

/** What a struct refers to under its own client id lies before it; Yjs relies on that unchecked. */
function readNeighbour(decoder: decoding.Decoder, client: number, clock: number): Id {
  const id = { client: readClient(decoder), clock: decoding.readVarUint(decoder) }
  if (id.client === client && id.clock >= clock) throw new Unwelcome('malformed')
  return id
}

/** As Yjs writes them: in order, and none twice. Yjs would go through everything once for each repetition. */
function readDeletes(decoder: decoding.Decoder, parts: Parts): readonly Span[] {
  const deletes: Span[] = []
  const seen = new Set<number>()
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = readOnce(decoder, seen)
    parts.count()
    for (let rangesLeft = decoding.readVarUint(decoder), from = 0; rangesLeft > 0; rangesLeft--) {
      parts.count()
      const span = { client, clock: decoding.readVarUint(decoder), length: decoding.readVarUint(decoder) }
      if (span.clock < from) throw new Unwelcome('malformed')
      from = endOf(span)
      deletes.push(span)
    }
  }
  return deletes
}

function readOnce(decoder: decoding.Decoder, seen: Set<number>): number {
  const client = readClient(decoder)
  if (seen.has(client)) throw new Unwelcome('malformed')
  seen.add(client)
  return client
}

function readClient(decoder: decoding.Decoder): number {
  const client = decoding.readVarUint(decoder)
  if (client > highestClient) throw new Unwelcome('malformed')
  return client
}

function endOf(span: Span): number {
  const end = span.clock + span.length
  if (span.length === 0 || end > highestClock) throw new Unwelcome('malformed')
  return end
}
