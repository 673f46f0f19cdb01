import type { BoardSnapshot } from '../document/snapshot.ts'
import { linksByTarget } from '../review/links.ts'
import type { Target } from '../review/session.ts'
import { target } from '../review/target.ts'
import { oneLine } from './prose.ts'
import { thingsOf } from './things.ts'

/** The other end of a link, as the report tells it beside this one. */
export interface ReportLink {
  readonly target: Target
  /** What sort of thing it is, or when it was. */
  readonly label: string
  /** Its first words: in full it stands elsewhere. */
  readonly words: string
}

/** What a thing is linked to, in the order from what was seen to what is done. */
export type LinkedTo = (target: Target) => readonly ReportLink[]

/** As many letters as tell one thing from another. */
const mostWords = 90

/** Every link at both of its ends. What an action was made from shows the action; the action says so itself. [REPORT43] */
export function linkedTo(snapshot: BoardSnapshot): LinkedTo {
  const things = thingsOf(snapshot)
  const ends = linksByTarget(snapshot.links, (at) => things.has(at))
  const others = new Map([...ends].map(([at, those]) => [at, new Set(those.map(({ other }) => other))]))
  for (const { id, source } of snapshot.actions) {
    const action = target('action', id)
    if (source !== null && things.has(action) && things.has(source))
      others.set(source, (others.get(source) ?? new Set()).add(action))
  }
  return (at) =>
    [...(others.get(at) ?? [])].flatMap((other) => {
      const thing = things.get(other)
      return thing === undefined ? [] : [{ target: other, label: thing.label, words: shortened(thing.words) }]
    })
}

function shortened(words: string): string {
  const line = [...oneLine(words)]
  return line.length <= mostWords
    ? line.join('')
    : `${line
        .slice(0, mostWords - 1)
        .join('')
        .trimEnd()}…`
}
