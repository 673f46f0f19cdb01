import * as fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

const sorts = [
  'client',
  'origin',
  'right-origin',
  'parent',
  'key',
  'content',
  'swap',
  'drop',
  'double',
  'splice',
  'collect',
  'skip',
  'delete',
  'keep-deletes',
  'clock',
  'flip',
  'cut',
  'paste',
] as const

/** A change to an update that its writer never made; `a` to `c` choose where and what. */
export interface Mutation {
  readonly sort: (typeof sorts)[number]
  readonly a: number
  readonly b: number
  readonly c: number
}

export const aMutation: fc.Arbitrary<Mutation> = fc.record({
  sort: fc.constantFrom(...sorts),
  a: fc.nat(9999),
  b: fc.nat(9999),
  c: fc.nat(9999),
})

type Content = Y.Item['content']

/** A struct, taken apart. */
interface Part {
  client: number
  clock: number
  length: number
  origin: Y.ID | null
  rightOrigin: Y.ID | null
  parent: string | Y.ID | null
  key: string | null
  /** Null: collected; undefined: left out. */
  content: Content | null | undefined
}

interface Parts {
  readonly structs: Part[]
  readonly deletes: { client: number; clock: number; length: number }[]
}

export interface Ingredients {
  /** The document that the update is for. */
  readonly doc: Y.Doc
  /** Another update for it. */
  readonly other: Uint8Array
  /** Client ids of all sorts: one's own, others', the server's, nobody's. */
  readonly clients: readonly number[]
}

/** An update after some mutations: of its structs first, of its bytes at last. */
export function mutated(update: Uint8Array, mutations: readonly Mutation[], ingredients: Ingredients): Uint8Array {
  const parts = takenApart(update)
  const others = takenApart(ingredients.other)
  for (const mutation of mutations) mutate(parts, others, mutation, ingredients)
  let bytes = put(parts)
  for (const { sort, a, b, c } of mutations) {
    const at = a % Math.max(1, bytes.length)
    if (sort === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << (b % 8))
    if (sort === 'cut') bytes = Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + 1 + (b % 9))])
    if (sort === 'paste') {
      const from = c % Math.max(1, ingredients.other.length)
      bytes = Uint8Array.from([
        ...bytes.slice(0, at),
        ...ingredients.other.slice(from, from + (b % 40)),
        ...bytes.slice(at),
      ])
    }
  }
  return bytes
}

function mutate(
  { structs, deletes }: Parts,
  others: Parts,
  { sort, a, b, c }: Mutation,
  { doc, clients }: Ingredients,
): void {
  const known = [...doc.store.clients.values()].flat()
  const struct = pick(structs, a)
  const ids = [...known, ...structs.map(({ client, clock }) => ({ id: Y.createID(client, clock), length: 1 }))]
  const idAt = (index: number, offset: number) => {
    const found = pick(ids, index)
    return found ? Y.createID(found.id.client, found.id.clock + (offset % found.length)) : null
  }
  const items = known.filter((each) => each instanceof Y.Item)
  const done: Readonly<Record<Mutation['sort'], () => unknown>> = {
    client: () => struct && Object.assign(struct, { client: pick(clients, b) }),
    origin: () => struct && Object.assign(struct, { origin: c % 4 === 0 ? null : idAt(b, c) }),
    'right-origin': () => struct && Object.assign(struct, { rightOrigin: c % 4 === 0 ? null : idAt(b, c) }),
    parent: () =>
      struct &&
      Object.assign(struct, {
        parent: c % 2 ? pick([...doc.share.keys(), 'secrets'], b) : idAt(b, c),
        origin: null,
        rightOrigin: null,
      }),
    key: () =>
      struct && Object.assign(struct, { key: pick([...items.map(({ parentSub }) => parentSub), 'new', null], b) }),
    content: () => struct && setContent(struct, contents(b)),
    swap: () => {
      const second = pick(structs, b)
      if (!struct?.content || !second?.content) return
      const [one, two] = [struct.content, second.content]
      setContent(struct, two)
      setContent(second, one)
    },
    drop: () => struct && structs.splice(structs.indexOf(struct), 1),
    double: () => struct && structs.push({ ...struct }),
    splice: () => structs.splice(b % (structs.length + 1), 0, ...others.structs.slice(c % 5, (c % 5) + (a % 4))),
    collect: () => struct && Object.assign(struct, { content: null }),
    skip: () => struct && Object.assign(struct, { content: undefined }),
    delete: () => {
      const victim = pick(known, b)
      if (victim) deletes.push({ client: victim.id.client, clock: victim.id.clock, length: 1 + (c % victim.length) })
    },
    'keep-deletes': () => deletes.splice(0, a % (deletes.length + 1)),
    clock: () => struct && Object.assign(struct, { clock: struct.clock + (b % 3) - 1 }),
    flip: () => {},
    cut: () => {},
    paste: () => {},
  }
  done[sort]()
}

function setContent(struct: Part, content: Content): void {
  struct.content = content
  struct.length = content.getLength()
}

/** One of every kind that Yjs has. */
function contents(choice: number): Content {
  const made: readonly (() => Content)[] = [
    () => new Y.ContentString('pwned'),
    () => new Y.ContentString('😀'),
    () => new Y.ContentAny(['a1']),
    () => new Y.ContentAny([null]),
    () => new Y.ContentAny([{ by: 'ben', at: 1 }]),
    () => new Y.ContentAny(['complete', 'in-progress']),
    () => new Y.ContentDeleted(1 + (choice % 5)),
    () => new Y.ContentType(new Y.Map()),
    () => new Y.ContentType(new Y.Text()),
    () => new Y.ContentType(new Y.Array()),
    () => new Y.ContentBinary(new Uint8Array([1])),
    () => new Y.ContentEmbed({ image: 'x' }),
    () => new Y.ContentFormat('bold', true),
    () => new Y.ContentJSON([{ by: 'ben' }]),
    () => new Y.ContentDoc(new Y.Doc()),
  ]
  return pick(made, choice)!()
}

function takenApart(update: Uint8Array): Parts {
  const { structs, ds } = Y.decodeUpdate(update)
  return {
    structs: structs.map((struct) => {
      const { id, length } = struct
      const common = {
        client: id.client,
        clock: id.clock,
        length,
        origin: null,
        rightOrigin: null,
        parent: null,
        key: null,
      }
      if (!(struct instanceof Y.Item)) return { ...common, content: struct instanceof Y.GC ? null : undefined }
      const { origin, rightOrigin, parent, parentSub, content } = struct as Y.Item & { parent: string | Y.ID | null }
      return { ...common, origin, rightOrigin, parent, key: parentSub, content }
    }),
    deletes: [...ds.clients].flatMap(([client, ranges]) =>
      ranges.map(({ clock, len }) => ({ client, clock, length: len })),
    ),
  }
}

/** Bytes of the first format: blocks in the order of the structs, each beginning at the clock of its first. */
function put({ structs, deletes }: Parts): Uint8Array {
  const blocks = new Map<number, Part[]>()
  for (const struct of structs) blocks.set(struct.client, [...(blocks.get(struct.client) ?? []), struct])
  const encoder = new Y.UpdateEncoderV1()
  const { restEncoder } = encoder
  encoding.writeVarUint(restEncoder, blocks.size)
  for (const [client, parts] of blocks) {
    encoding.writeVarUint(restEncoder, parts.length)
    encoding.writeVarUint(restEncoder, client)
    encoding.writeVarUint(restEncoder, Math.max(0, parts[0]?.clock ?? 0))
    for (const part of parts) putStruct(encoder, part)
  }
  const clients = [...new Set(deletes.map(({ client }) => client))]
  encoding.writeVarUint(restEncoder, clients.length)
  for (const client of clients) {
    const ranges = deletes.filter((range) => range.client === client).sort((a, b) => a.clock - b.clock)
    encoding.writeVarUint(restEncoder, client)
    encoding.writeVarUint(restEncoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(restEncoder, clock)
      encoding.writeVarUint(restEncoder, length)
    }
  }
  return encoder.toUint8Array()
}

function putStruct(encoder: Y.UpdateEncoderV1, { length, origin, rightOrigin, parent, key, content }: Part): void {
  const { restEncoder } = encoder
  if (!content) {
    encoding.writeUint8(restEncoder, content === null ? 0 : 10)
    encoding.writeVarUint(restEncoder, length)
    return
  }
  const isFirst = origin === null && rightOrigin === null
  encoder.writeInfo(content.getRef() | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (isFirst && key !== null ? 32 : 0))
  if (origin) encoder.writeLeftID(origin)
  if (rightOrigin) encoder.writeRightID(rightOrigin)
  if (isFirst) {
    encoder.writeParentInfo(typeof parent === 'string' || parent === null)
    if (typeof parent === 'string' || parent === null) encoder.writeString(parent ?? 'notes')
    else encoder.writeLeftID(parent)
    if (key !== null) encoder.writeString(key)
  }
  content.write(encoder, 0)
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % Math.max(1, list.length)]
}
