import { useEffect, useState } from 'react'
import type { BoardSnapshot } from '../../../shared/document/snapshot.ts'
import { keptCopy } from '../../session/kept-copy.ts'
import { TakeAway } from './TakeAway.tsx'

/** The copy of a review on this device, as files. */
export function KeptCopyFiles({ board }: { readonly board: string }) {
  const [snapshot, setSnapshot] = useState<BoardSnapshot | null>(null)
  useEffect(() => {
    let isGone = false
    const look = async () => {
      const found = await keptCopy(board)
      if (!isGone) setSnapshot(found)
    }
    void look()
    return () => {
      isGone = true
    }
  }, [board])
  return snapshot && <TakeAway board={board} snapshot={snapshot} />
}
