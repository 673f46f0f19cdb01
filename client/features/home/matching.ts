import type { BoardListing } from '../../../shared/api/boards.ts'

/** The boards that have every word typed somewhere in what their row shows. */
export function matching(boards: readonly BoardListing[], words: string): readonly BoardListing[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/u).filter(Boolean)
  return boards.filter((board) => {
    const text = [board.title, board.severity ?? '', board.phase, board.status].join(' ').toLocaleLowerCase()
    return wanted.every((word) => text.includes(word))
  })
}
