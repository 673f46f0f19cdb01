/** Puts a text into the browser's storage, or takes it out where it is empty. False: the storage is full or forbidden. */
export function putInto(storage: Storage | null, key: string, text: string): boolean {
  try {
    if (text === '') storage?.removeItem(key)
    else storage?.setItem(key, text)
    return storage !== null
  } catch {
    return false
  }
}

export function keysOf(storage: Storage | null, prefix: string): readonly string[] {
  const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '')
  return keys.filter((key) => key.startsWith(prefix))
}
