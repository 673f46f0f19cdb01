import * as v from 'valibot'
import { line } from '../document/values.ts'

/** What is looked for in the reviews I am on: all of the words, in any order. */
export const searchBody = v.strictObject({ words: v.pipe(line(200), v.trim(), v.minLength(1, 'a word')) })

/** Where a review has one of the words, and what stands around it. */
export interface Excerpt {
  readonly where: string
  readonly words: string
}

export interface SearchAnswer {
  /** The newest first. */
  readonly found: readonly { readonly id: string; readonly excerpts: readonly Excerpt[] }[]
  /** Reviews that were not looked into: there are too many, or they could not be opened. */
  readonly unread: number
}

/** An action of another review that is not complete and proven. */
export interface OpenAction {
  readonly id: string
  readonly title: string
  /** Name of the owner; null where nobody owns it. */
  readonly owner: string | null
  /** YYYY-MM-DD. */
  readonly due: string | null
}

/** A review of mine that began earlier and has something in common with this one. */
export interface EarlierReview {
  readonly id: string
  readonly title: string
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** Names of services that are on both. */
  readonly services: readonly string[]
  /** Causes of this review, each with the words of one like it there. */
  readonly causes: readonly { readonly id: string; readonly words: string }[]
  /** Of those that share a service; the most pressing first. */
  readonly openActions: readonly OpenAction[]
}

export interface EarlierAnswer {
  /** The newest first. */
  readonly reviews: readonly EarlierReview[]
  readonly unread: number
}
