import { useEffect, useMemo } from 'react'
import type { Target } from '../../../shared/review/session.ts'
import { parseTarget } from '../../../shared/review/target.ts'
import { useKeptText } from '../../session/keep.ts'

/** What the spotlight has stood on, as seen from this browser; survives a reload. */
export function useCovered(current: Target | null): ReadonlySet<Target> {
  const [kept, keep] = useKeptText('covered')
  const covered = useMemo(() => new Set(kept.split(' ').flatMap((text) => parseTarget(text)?.target ?? [])), [kept])
  useEffect(() => {
    if (current !== null && !covered.has(current)) keep([...covered, current].join(' '))
  }, [current, covered, keep])
  return covered
}
