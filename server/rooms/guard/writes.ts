import * as Y from 'yjs'
import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import {
  type Container,
  collected,
  type EntryContainer,
  type Place,
  type RootContainer,
  type SharedType,
  type TextContainer,
} from './containers.ts'
import type { Id } from './decode.ts'
import type { Deletions } from './deletions.ts'
import type { Effort } from './effort.ts'
import type { Fresh, FreshItem } from './fresh.ts'
import { isSameId } from './line.ts'
import type { Places } from './places.ts'
import { lastUnderKey } from './placing.ts'
import type { GuardRefusal } from './refusal.ts'

/** What an update does to one key of a map. */
export interface KeyWrite {
  readonly container: RootContainer | EntryContainer
  readonly key: string
  /** What the server has under the key, live or not. */
  readonly current: Y.Item | undefined
  readonly fresh: readonly FreshItem[]
  /** The one of these that comes to be the key's value. */
  readonly last: FreshItem | null
}

/** What is under a key once the update is applied. */
export type Outcome =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'fresh'; readonly item: FreshItem }
  | { readonly kind: 'nothing' }

/** What an update does to a text. */
export interface TextWrite {
  readonly container: TextContainer
  readonly fresh: readonly FreshItem[]
  /** Characters more, or fewer. */
  growth: number
}

export interface Writes {
  readonly keys: readonly KeyWrite[]
  readonly texts: readonly TextWrite[]
  /** The keys of an entry that the update brings. */
  within(entry: FreshItem): readonly KeyWrite[]
  outcome(write: KeyWrite): Outcome
}

type Line = KeyWrite & { readonly fresh: FreshItem[]; last: FreshItem | null }

/** Gathers by key and by text what the structs and deletions of an update do. */
export function writesOf(
  fresh: Fresh,
  deletions: Deletions,
  places: Places,
  effort: Effort,
): Result<Writes, GuardRefusal> {
  const lines = new Map<Container, Map<string, Line>>()
  const keys: Line[] = []
  const ofNewEntries = new Map<FreshItem, KeyWrite[]>()
  const texts = new Map<TextContainer, TextWrite & { readonly fresh: FreshItem[] }>()

  const line = (container: RootContainer | EntryContainer, key: string) => {
    const ofContainer = lines.get(container) ?? new Map<string, Line>()
    lines.set(container, ofContainer)
    const known = ofContainer.get(key)
    if (known) return known
    const write = { container, key, current: typeOf(container)?._map.get(key), fresh: [], last: null }
    ofContainer.set(key, write)
    keys.push(write)
    if (container.kind === 'entry' && !(container.holder instanceof Y.Map)) {
      const ofEntry = ofNewEntries.get(container.holder)
      if (ofEntry) ofEntry.push(write)
      else ofNewEntries.set(container.holder, [write])
    }
    return write
  }
  const textWrite = (container: TextContainer) => {
    const write = texts.get(container) ?? { container, growth: 0, fresh: [] }
    texts.set(container, write)
    return write
  }

  function addFresh({ container, key }: Place, item: FreshItem): Result<true, GuardRefusal> {
    if (container.kind === 'dead') return allow(true)
    if (container.kind === 'text') {
      if (item.content.kind !== 'string' && item.content.kind !== 'deleted') return refuse('wrong-kind')
      const length =
        item.content.kind === 'string' ? item.length - deletions.within(item.client, item.clock, item.length) : 0
      const write = textWrite(container)
      write.growth += length
      write.fresh.push(item)
      return allow(true)
    }
    if (key === null) return refuse('wrong-kind')
    line(container, key).fresh.push(item)
    return allow(true)
  }

  function addDeletion({ container, key }: Place, length: number): void {
    if (container.kind === 'text') textWrite(container).growth -= length
    else if (container.kind !== 'dead' && key !== null) line(container, key)
  }

  /** What changes nothing by itself, and may cut only where something that does cuts as well. */
  const unseen = [...fresh.known]
  const placed: FreshItem[] = []
  const isForASeenChange = (half: Id) =>
    deletions.has(half) !== deletions.has({ client: half.client, clock: half.clock - 1 }) ||
    placed.some(({ incoming }) => places.lettersCutBy(incoming).some((other) => isSameId(other, half)))

  for (const struct of fresh.structs) {
    if (struct.kind === 'gc') continue
    const place = places.ofFresh(struct)
    if (!place.allowed) return place
    if (place.value === collected) unseen.push(struct.incoming)
    else placed.push(struct)
    const added = addFresh(place.value, struct)
    if (!added.allowed) return added
  }
  for (const { item, length } of deletions.stored) {
    const place = places.ofStored(item)
    if (!place.allowed) return place
    addDeletion(place.value, length)
  }
  if (unseen.some((item) => places.lettersCutBy(item).some((half) => !isForASeenChange(half))))
    return refuse('malformed')

  for (const write of keys) write.last = lastUnderKey(write.current, write.fresh, effort)
  if (effort.isTooMuch) return refuse('too-large')

  return allow({
    keys,
    texts: [...texts.values()],
    within: (entry) => ofNewEntries.get(entry) ?? [],
    outcome: (write) => outcomeOf(write, deletions),
  })
}

function outcomeOf({ current, last: item }: KeyWrite, deletions: Deletions): Outcome {
  if (item) {
    const isDeleted =
      item.content.kind === 'deleted' || deletions.has({ client: item.client, clock: item.clock + item.length - 1 })
    return isDeleted ? { kind: 'nothing' } : { kind: 'fresh', item }
  }
  return current === undefined || current.deleted || deletions.has(current.lastId)
    ? { kind: 'nothing' }
    : { kind: 'unchanged' }
}

function typeOf(container: RootContainer | EntryContainer): SharedType | undefined {
  if (container.kind === 'root') return container.type
  return container.holder instanceof Y.Map ? container.holder : undefined
}
