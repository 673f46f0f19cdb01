import type { Spotlight } from './session.ts'

/** How long the topic in the spotlight has left, in milliseconds, negative once its time is up; null: it has no limit. */
export function topicLeft(spotlight: Spotlight | null, now: number): number | null {
  if (spotlight?.seconds === undefined || spotlight.startedAt === undefined) return null
  return spotlight.startedAt + spotlight.seconds * 1000 - now
}
