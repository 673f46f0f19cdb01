/** Why there is no room for more words, as a 4403 says it. [PRESSURE15] */
export type OutOfRoom = (typeof outOfRoom)[number]

/** Why somebody is not let in now, and is once there is room, as a 4529, a 4500 or an answer over HTTP says it. [PRESSURE16] */
export type TurnedAway = (typeof turnedAway)[number]

const outOfRoom = [
  'board-full',
  /** One person's drafts and votes take all the room that one person has. */
  'desk-full',
  /** Of that kind there can be no more. */
  'too-many-entries',
] as const

const turnedAway = ['too-many-connections', 'too-fast', 'too-busy'] as const

export function outOfRoomIn(reason: string): OutOfRoom | null {
  return outOfRoom.find((each) => each === reason) ?? null
}

export function turnedAwayIn(reason: string): TurnedAway | null {
  return turnedAway.find((each) => each === reason) ?? null
}

export function isTurnedAway(reason: string): reason is TurnedAway {
  return turnedAwayIn(reason) !== null
}
