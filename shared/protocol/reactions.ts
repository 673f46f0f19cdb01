/** What people can show for a moment. Nobody keeps it, and nobody is told whose it was. */
export const reactionKinds = ['yes', 'thanks', 'laugh', 'surprised', 'question'] as const

export type ReactionKind = (typeof reactionKinds)[number]

/** As a browser says it: the next number is the next reaction. */
export interface Reaction {
  readonly is: ReactionKind
  readonly n: number
}

/** How many of each there were since the server has this board in memory; a browser shows what was added. */
export type ReactionCounts = Readonly<Partial<Record<ReactionKind, number>>>

/** The reaction in a state that came over the wire; undefined: none, or none of ours. */
export function readReaction(state: unknown): Reaction | undefined {
  if (typeof state !== 'object' || state === null || !('reaction' in state)) return undefined
  const { reaction } = state
  if (typeof reaction !== 'object' || reaction === null || !('is' in reaction) || !('n' in reaction)) return undefined
  const kind = reactionKinds.find((each) => each === reaction.is)
  const { n } = reaction
  return kind !== undefined && Number.isSafeInteger(n) && typeof n === 'number' ? { is: kind, n } : undefined
}

/** What was added since; nothing where the server began to count anew. */
export function addedReactions(
  before: ReactionCounts,
  now: ReactionCounts,
): readonly (readonly [ReactionKind, number])[] {
  return reactionKinds.flatMap((kind) => {
    const added = (now[kind] ?? 0) - (before[kind] ?? 0)
    return added > 0 ? [[kind, added] as const] : []
  })
}
