import * as fc from 'fast-check'

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
