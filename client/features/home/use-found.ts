import { useEffect, useState } from 'react'
import type { SearchAnswer } from '../../../shared/api/across.ts'
import { searchBoards } from '../../session/api.ts'

/** So long nothing is typed before the server is asked. */
const settledMs = 250

interface Found {
  readonly words: string
  readonly answer: SearchAnswer
}

/** Where the words stand in my reviews; null while nothing is looked for, or nobody has answered yet. */
export function useFound(words: string): SearchAnswer | null {
  const wanted = words.trim()
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (wanted.length < 2) return
    let isLeft = false
    const ask = async () => {
      const answer = await searchBoards(wanted)
      if (!isLeft && answer.allowed) setFound({ words: wanted, answer: answer.value })
    }
    const timer = setTimeout(() => void ask(), settledMs)
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  }, [wanted])
  return found !== null && found.words === wanted ? found.answer : null
}
