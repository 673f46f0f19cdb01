import { moved } from './moved.ts'
import { useRowKeys } from './use-row-keys.ts'

export interface Rows<Row> {
  move(index: number, by: -1 | 1): void
  remove(index: number): void
  /** Puts the copy right after its original. */
  duplicate(index: number, copy: Row): void
}

/** What can be done with the rows of a list besides filling them in: each is said, and the keyboard stays with its row. */
export function useRows<Row>(
  rows: readonly Row[],
  nameOf: (row: Row, index: number) => string,
  onChange: (rows: readonly Row[]) => void,
): Rows<Row> {
  const tell = useRowKeys()
  const named = (index: number): string => {
    const row = rows[index]
    return row === undefined ? '' : nameOf(row, index)
  }
  return {
    move(index, by) {
      tell(index + by, `${named(index)}: place ${index + by + 1} of ${rows.length}`)
      onChange(moved(rows, index, by))
    },
    remove(index) {
      tell(index, `Removed ${named(index)}`)
      onChange(rows.toSpliced(index, 1))
    },
    duplicate(index, copy) {
      tell(index + 1, `Copied ${named(index)}`)
      onChange(rows.toSpliced(index + 1, 0, copy))
    },
  }
}
