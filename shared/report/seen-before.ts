import type { EarlierReview } from '../api/across.ts'
import type { BoardSnapshot } from '../document/snapshot.ts'
import { ownerName } from '../review/owner.ts'
import { isLive } from '../review/placement.ts'
import { isOpenAction } from '../review/proof.ts'
import { byRank, compareText } from '../review/rank.ts'

/** So many open actions are told of one review. */
const mostActions = 20

/** What an earlier review has in common with this one: services, causes, and then what was never done. [ACROSS4] */
export function inCommon(
  here: Pick<BoardSnapshot, 'services' | 'causes'>,
  there: Pick<BoardSnapshot, 'services' | 'causes' | 'actions' | 'people'>,
): Pick<EarlierReview, 'services' | 'causes' | 'openActions'> {
  const known = new Set(there.services.filter(isLive).map(({ name }) => plain(name)))
  const services = here.services.filter((service) => isLive(service) && known.has(plain(service.name)))
  const before = there.causes.filter(isLive).map(({ text }) => ({ text, words: telling(text) }))
  const causes = here.causes.filter(isLive).flatMap(({ id, text }) => {
    const words = telling(text)
    const like = before.find((each) => isLike(words, each.words))
    return like === undefined ? [] : [{ id, words: like.text }]
  })
  const open = services.length === 0 ? [] : there.actions.filter(isOpenAction)
  return {
    services: [...new Set(services.map(({ name }) => name.trim()))].filter((name) => name !== ''),
    causes,
    openActions: open
      .sort((a, b) => compareText(a.due ?? '9999', b.due ?? '9999') || byRank(a, b))
      .slice(0, mostActions)
      .map(({ id, title, owner, due }) => ({ id, title, owner: ownerName(there.people, owner), due })),
  }
}

function plain(name: string): string {
  return name.trim().toLowerCase().replace(/\s+/gu, ' ')
}

/** The words of a cause that say something: long ones, each once. */
function telling(text: string): ReadonlySet<string> {
  return new Set((plain(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 3))
}

/** Of all their telling words most are in both, and enough of them: two short causes are alike only in all words. */
function isLike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length
  const all = a.size + b.size - shared
  return shared >= 2 && shared / all >= 0.6
}
