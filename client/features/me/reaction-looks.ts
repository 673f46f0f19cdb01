import type { ReactionKind } from '../../../shared/protocol/reactions.ts'

/** How each reaction looks, and what it is called. */
export const reactionLooks: Readonly<Record<ReactionKind, { readonly sign: string; readonly name: string }>> = {
  yes: { sign: '👍', name: 'Yes' },
  thanks: { sign: '🙏', name: 'Thanks' },
  laugh: { sign: '😄', name: 'Ha' },
  surprised: { sign: '😮', name: 'Oh' },
  question: { sign: '❓', name: 'Question' },
}
