import type { Target } from '../review/session.ts'
import { htmlText } from './html-text.ts'
import type { ReportLink } from './linked.ts'

interface Linked {
  readonly linkedTo: readonly ReportLink[]
}

/** The place that links lead to, as an attribute of what is linked, or of what may be without saying so. */
export function htmlPlace(target: Target, linked?: Linked): string {
  return linked?.linkedTo.length === 0 ? '' : ` id="${placeOf(target)}"`
}

/** The other ends, each leading there; on paper their words tell them apart. */
export function htmlLinkedTo({ linkedTo }: Linked): string {
  const ends = linkedTo.map(
    ({ target, label, words }) => `<a href="#${placeOf(target)}">${htmlText(label)} “${htmlText(words)}”</a>`,
  )
  return ends.length === 0 ? '' : `<small class="linked">Linked to: ${ends.join('; ')}</small>`
}

/** Words that lead to a place in the report. */
export function htmlPlaceLink(target: Target, words: string): string {
  return `<a href="#${placeOf(target)}">${htmlText(words)}</a>`
}

function placeOf(target: Target): string {
  return htmlText(target.replace(':', '-'))
}
