import { SinceYouLeft } from '../features/since/SinceYouLeft.tsx'
import { BoardCommands } from './BoardCommands.tsx'

/** What a board does without being seen, and can open without. */
export function BoardLater() {
  return (
    <>
      <BoardCommands />
      <SinceYouLeft />
    </>
  )
}
