import { useEffect, useRef, useState } from 'react'
import type { EarlierReview } from '../../shared/api/across.ts'
import { getEarlier } from './api.ts'
import { useSession } from './context.tsx'

const settledMs = 3000

const none: readonly EarlierReview[] = []

/**
 * My earlier reviews that have something in common with this one, asked for as it is shown; none while nobody answers.
 *
 * `about` changes what is asked: what is named on this board by now.
 */
export function useEarlier(about: string): readonly EarlierReview[] {
  const { boardId } = useSession()
  const [reviews, setReviews] = useState(none)
  const isAsked = useRef(false)
  useEffect(() => {
    let isLeft = false
    const ask = async () => {
      const answer = await getEarlier(boardId)
      if (!isLeft && answer.allowed) setReviews(answer.value.reviews)
    }
    if (about === '') return
    // At once as it is shown, and again once what it is about stands still: a review may have many to look through.
    const timer = setTimeout(() => void ask(), isAsked.current ? settledMs : 0)
    isAsked.current = true
    return () => {
      isLeft = true
      clearTimeout(timer)
    }
  }, [boardId, about])
  return about === '' ? none : reviews
}
