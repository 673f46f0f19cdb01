import type { TurnedAway } from '../../../shared/protocol/close-reasons.ts'

interface Words {
  readonly title: string
  readonly happened: string
  readonly todo: string
}

/** Why there is no room for this browser now, and when there will be. */
export const turnedAwayWords: Readonly<Record<TurnedAway, Words>> = {
  'too-many-connections': {
    title: 'There is no room for one more here',
    happened: 'You have this review open in too many tabs, or too many people are on it.',
    todo: 'Close it in another tab. It goes on here by itself as soon as there is room.',
  },
  'too-fast': {
    title: 'That was a lot in a short time',
    happened: 'This browser has sent more than the server takes at once.',
    todo: 'Give it a minute. It goes on here by itself.',
  },
  'too-busy': {
    title: 'The server is full, or restarting',
    happened: 'The server has no room for this review just now.',
    todo: 'It goes on here by itself as soon as there is room. If that takes long, tell whoever runs the server.',
  },
}
