import type { Difference } from './differences.ts'

/**
 * What somebody else wrote in this browser, as far as it can become mine: their drafts under new ids, since the server
 * may know the old ones as theirs. Their votes and their "I'm done" stay theirs. [SALVAGE6]
 */
export function underNewIdentity(changes: readonly Difference[], newId: () => string): readonly Difference[] {
  return changes.flatMap((each) => {
    if (each.document === 'board') return [each]
    return each.what === 'entry' && each.root === 'drafts' ? [{ ...each, id: newId() }] : isWords(each) ? [each] : []
  })
}

function isWords({ root }: Difference): boolean {
  return root === 'drafts'
}
