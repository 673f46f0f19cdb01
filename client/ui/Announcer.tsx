import { useEffect, useState } from 'react'
import { onAnnounce } from './announce.ts'

/** Long enough to gather what one change of the board brings, short enough to belong to it. */
const batchMs = 400

/** The one polite live region. Mounted once, near the root. */
export function Announcer() {
  const [said, setSaid] = useState('')

  useEffect(() => {
    let waiting: string[] = []
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = onAnnounce((text) => {
      if (!waiting.includes(text)) waiting = [...waiting, text]
      timer ??= setTimeout(() => {
        setSaid((before) => distinct(waiting.join('. '), before))
        waiting = []
        timer = undefined
      }, batchMs)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])

  return (
    <div role="status" aria-live="polite" aria-label="Announcements" className="sr-only">
      {said}
    </div>
  )
}

/** A live region says nothing when its text stays the same; an invisible space makes the same words new. */
function distinct(text: string, before: string): string {
  return text === before ? `${text}\u00a0` : text
}
