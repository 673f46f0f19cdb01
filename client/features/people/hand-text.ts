import type { HandOver } from '../../../shared/review/lease.ts'

/** A change of hands, in words. */
export function handText({ what, from, to }: HandOver, nameOf: (id: string | null) => string): string {
  switch (what) {
    case 'handed-over':
      return `${nameOf(from)} handed over to ${nameOf(to)}`
    case 'took-over':
      return `${nameOf(to)} took over, ${nameOf(from)} was gone`
    case 'gave-back':
      return `${nameOf(from)} gave back to ${nameOf(to)}`
    case 'leads-too':
      if (from === null) return `${nameOf(to)} leads, too, by a link`
      return `${nameOf(from)} made ${nameOf(to)} co-facilitator`
    case 'leads-no-more':
      return `${nameOf(from)} does not lead any more`
  }
}
