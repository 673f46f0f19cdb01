import { Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type LeftBehind, leftBehind } from '../../session/left-behind.ts'
import { Button } from '../../ui/Button.tsx'
import { UnsavedList } from './UnsavedList.tsx'

/** On a page that says why a board does not open: what was written here for it and never sent. */
export function LeftBehindNotice({
  board,
  because,
}: {
  readonly board: string
  readonly because: 'no-such-board' | 'removed-from-board'
}) {
  const [found, setFound] = useState<LeftBehind | null>(null)
  useEffect(() => {
    let isGone = false
    const look = async () => {
      const left = await leftBehind(board, because)
      if (!isGone) setFound(left)
    }
    void look()
    return () => {
      isGone = true
    }
  }, [board, because])

  if (found === null || found.words.length === 0) return null
  const forget = async () => {
    await found.forget()
    setFound(null)
  }
  return (
    <section aria-labelledby="left-behind" className="mt-4 rounded-lg border border-line bg-surface p-4 text-ink">
      <h2 id="left-behind" className="font-semibold">
        You wrote this here, and it is not on the review
      </h2>
      <UnsavedList words={found.words} />
      <Button size="sm" variant="ghost" icon={<Trash2 />} onClick={() => void forget()}>
        Delete it from this device
      </Button>
    </section>
  )
}
