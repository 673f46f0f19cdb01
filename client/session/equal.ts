/** Whether two values are the same, or lists, maps, sets or plain objects of the same members. */
export function sameMembers(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, at) => Object.is(each, b[at]))
  if (a instanceof Map && b instanceof Map) {
    return a.size === b.size && [...a].every(([key, each]) => b.has(key) && Object.is(each, b.get(key)))
  }
  if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((each) => b.has(each))
  if (!isPlain(a) || !isPlain(b)) return false
  const [mine, theirs] = [Object.entries(a), Object.entries(b)]
  const others = new Map(theirs)
  return (
    mine.length === theirs.length && mine.every(([key, each]) => others.has(key) && Object.is(each, others.get(key)))
  )
}

/** Whether two plain JSON values say the same. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, at) => sameJson(each, b[at]))
  if (!isPlain(a) || !isPlain(b)) return false
  const given = (value: object) => Object.entries(value).filter(([, each]) => each !== undefined)
  const others = new Map<string, unknown>(given(b))
  const mine = given(a)
  return mine.length === others.size && mine.every(([key, each]) => others.has(key) && sameJson(each, others.get(key)))
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
