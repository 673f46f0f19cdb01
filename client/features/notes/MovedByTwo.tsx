import { useEffect } from 'react'
import { useSession } from '../../session/context.tsx'
import { loadAhead } from '../../ui/load-ahead.ts'

const words = () => import('./moved-by-two.ts')

/** Tells that somebody moved a note at the same moment as I, where it is now, and offers the other way. */
export function MovedByTwo() {
  const session = useSession()
  useEffect(() => {
    loadAhead(words)
    return session.rivals.subscribe((rival) => {
      // Where the words do not arrive, the note is still where it is shown.
      words().then(
        ({ tellOfRival }) => tellOfRival(session, rival),
        () => undefined,
      )
    })
  }, [session])
  return null
}
