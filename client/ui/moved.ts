/** The list with one item a place up (-1) or down (1); the same where there is no such place. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const item = list[from]
  if (item === undefined || from + by < 0 || from + by >= list.length) return list
  return list.toSpliced(from, 1).toSpliced(from + by, 0, item)
}
