import type { BoardAnswer } from '../../shared/api/boards.ts'
import { keptEpoch } from '../session/device/kept-epoch.ts'
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
    const { board, me } = JSON.parse(kept) as Known // written by knowBoard alone
    // A server may have come back from a backup while the page was open.
    return { board: { ...board, epoch: keptEpoch(id, me.id) ?? board.epoch }, me }
  } catch {
    return null
  }
}

export function forgetBoard(id: string): void {
  for (const key of [`board.${id}`, ...rememberedKeys(`seen.${id}.`)]) remember(key, null)
}
