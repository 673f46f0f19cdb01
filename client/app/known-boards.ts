import type { BoardAnswer } from '../../shared/api/boards.ts'
import { remember, remembered, rememberedKeys } from '../ui/remembered.ts'

type Known = Pick<BoardAnswer, 'board' | 'me'>

/** Keeps who one is on a board, so that its copy on this device opens without the server. Never the links. */
export function knowBoard({ board, me }: Known): void {
  remember(`board.${board.id}`, JSON.stringify({ board, me }))
}

/** The boards that this browser was on. */
export function knownBoards(): readonly Known['board'][] {
  return rememberedKeys('board.').flatMap((key) => knownBoard(key.slice('board.'.length))?.board ?? [])
}

export function knownBoard(id: string): Known | null {
  const kept = remembered(`board.${id}`)
  if (kept === null) return null
  try {
    return JSON.parse(kept) as Known // written by knowBoard alone
  } catch {
    return null
  }
}

export function forgetBoard(id: string): void {
  remember(`board.${id}`, null)
}
