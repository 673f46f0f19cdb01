import { useState } from 'react'
import { mergedLists } from '../../shared/review/merged-lists.ts'

/** A list that I change before I hand it in; what others hand in meanwhile comes into it at once. [AGENDA7] */
export function useMyVersion<T extends { readonly id: string }>(
  agreed: readonly T[],
): readonly [mine: readonly T[], set: (mine: readonly T[]) => void] {
  const [version, setVersion] = useState({ base: agreed, mine: agreed })
  const mine = version.base === agreed ? version.mine : mergedLists(version.base, version.mine, agreed)
  if (version.base !== agreed) setVersion({ base: agreed, mine })
  return [mine, (changed) => setVersion({ base: agreed, mine: changed })]
}
