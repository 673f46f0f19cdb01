import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { newsSince, newsText, type Seen } from '../../../shared/review/since.ts'
import { useSession } from '../../session/context.tsx'
import { lazily } from '../../ui/lazily.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { toast } from '../../ui/toast.ts'
import { watchLeaving } from './leaving.ts'
import { shownOn } from './seen.ts'

const NewsDialog = lazily(async () => (await import('./NewsDialog.tsx')).NewsDialog)

/** The word about it goes by itself after so long; the commands hold it until one leaves again. */
const wordMs = 30_000

/** Tells whoever comes back, or joins late, how much has come meanwhile, and leads through it. */
export function SinceYouLeft() {
  const session = useSession()
  const [seen, setSeen] = useState<Seen | null>(null)
  const [isOpen, setOpen] = useState(false)
  const leaving = useRef<ReturnType<typeof watchLeaving> | null>(null)
  const open = useCallback(() => {
    leaving.current?.read()
    setOpen(true)
  }, [])

  useEffect(() => {
    const watched = watchLeaving(session, window, (left) => {
      const words = newsText(newsSince(left, shownOn(session), session.me.id))
      if (words === '') return
      setSeen(left)
      toast({
        id: 'since',
        title: `${sinceWords(left)}: ${words}`,
        action: { label: 'Show', onClick: open },
        forMs: wordMs,
      })
    })
    leaving.current = watched
    return watched.close
  }, [session, open])
  useShortcut(null, 'What is new since I left', open, { group: 'Board', enabled: seen !== null })

  if (seen === null || !isOpen) return null
  return (
    <Suspense>
      <NewsDialog seen={seen} title={sinceWords(seen)} onClose={() => setOpen(false)} />
    </Suspense>
  )
}

/** Who joined late had seen nothing, not even a phase. */
function sinceWords({ phase }: Seen): string {
  return phase === '' ? 'Before you joined' : 'Since you left'
}
