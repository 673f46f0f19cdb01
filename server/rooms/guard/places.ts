import * as Y from 'yjs'
import type { DocumentSchema } from '../../../shared/document/schema.ts'
import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import {
  type Container,
  collected,
  containerAt,
  type Place,
  type RootContainer,
  type SharedType,
} from './containers.ts'
import { lettersCutBy } from './cuts.ts'
import type { Id, IncomingItem } from './decode.ts'
import { type Fresh, type FreshItem, structAt } from './fresh.ts'
import type { GuardRefusal } from './refusal.ts'

export interface Places {
  ofStored(item: Y.Item): Result<Place, GuardRefusal>
  /** In the order of `Fresh.structs`, each once. */
  ofFresh(item: FreshItem): Result<Place, GuardRefusal>
  /** Where stored letters are cut in two for its sake. */
  lettersCutBy(item: IncomingItem): readonly Id[]
}

/** Resolves items to roots, entries and fields: through their neighbours, their parents, and the server's own store. */
export function placesIn(doc: Y.Doc, schema: DocumentSchema, fresh: Fresh): Places {
  const roots = new Map<string, RootContainer>()
  const storedTypes = new Map<SharedType, Result<Container, GuardRefusal>>()
  const freshTypes = new Map<FreshItem, Result<Container, GuardRefusal>>()
  const freshPlaces = new Map<FreshItem, Place>()

  function ofRoot(root: string): Result<RootContainer, GuardRefusal> {
    const known = roots.get(root)
    if (known) return allow(known)
    const spec = Object.hasOwn(schema, root) ? schema[root] : undefined
    if (spec === undefined) return refuse('unknown-root')
    const container = { kind: 'root', root, spec, type: doc.share.get(root) } as const
    roots.set(root, container)
    return allow(container)
  }

  function ofStored(item: Y.Item): Result<Place, GuardRefusal> {
    if (!(item.parent instanceof Y.AbstractType)) return allow(collected)
    const container = ofStoredType(item.parent)
    return container.allowed ? allow({ container: container.value, key: item.parentSub }) : container
  }

  function ofStoredType(type: SharedType): Result<Container, GuardRefusal> {
    const known = storedTypes.get(type)
    if (known) return known
    const container = type._item === null ? ofRoot(rootName(doc, schema, type)) : ofNestedType(type, type._item)
    storedTypes.set(type, container)
    return container
  }

  function ofNestedType(type: SharedType, item: Y.Item): Result<Container, GuardRefusal> {
    if (item.deleted) return allow({ kind: 'dead' })
    const place = ofStored(item)
    if (!place.allowed) return place
    return type instanceof Y.Map || type instanceof Y.Text ? containerAt(place.value, type) : refuse('wrong-kind')
  }

  function ofFreshType(item: FreshItem): Result<Container, GuardRefusal> {
    const known = freshTypes.get(item)
    if (known) return known
    const place = freshPlaces.get(item) ?? collected
    const container = place === collected ? allow(collected.container) : containerAt(place, item)
    freshTypes.set(item, container)
    return container
  }

  function ofNeighbour(id: Id): Result<Place, GuardRefusal> {
    const found = structAt(doc, fresh, id)
    if (found instanceof Y.Item) return ofStored(found)
    if (found === undefined || found instanceof Y.GC || found.kind === 'gc') return allow(collected)
    return allow(freshPlaces.get(found) ?? collected)
  }

  function ofParent(id: Id): Result<Container, GuardRefusal> {
    const found = structAt(doc, fresh, id)
    if (found instanceof Y.Item) {
      if (found.content instanceof Y.ContentType) return ofStoredType(found.content.type)
      return found.content instanceof Y.ContentDeleted ? allow(collected.container) : refuse('malformed')
    }
    if (found === undefined || found instanceof Y.GC || found.kind === 'gc') return allow(collected.container)
    if (found.content.kind === 'map' || found.content.kind === 'text') return ofFreshType(found)
    return found.content.kind === 'deleted' ? allow(collected.container) : refuse('malformed')
  }

  /** As `Item.getMissing` of Yjs finds parent and key, except that neighbours have to agree. */
  function claimedPlace({ origin, rightOrigin, parent, key }: IncomingItem): Result<Place, GuardRefusal> {
    if (parent !== null) {
      const container = typeof parent === 'string' ? ofRoot(parent) : ofParent(parent)
      if (!container.allowed) return container
      return allow(container.value === collected.container ? collected : { container: container.value, key })
    }
    const left = origin && ofNeighbour(origin)
    const right = rightOrigin && ofNeighbour(rightOrigin)
    if (left?.allowed === false) return left
    if (right?.allowed === false) return right
    return agreed(left?.value ?? null, right?.value ?? null)
  }

  function ofFresh(item: FreshItem): Result<Place, GuardRefusal> {
    const claimed = claimedPlace(item.incoming)
    if (!claimed.allowed || claimed.value === collected) return claimed
    if (item.clock > item.incoming.clock && item.origin) {
      // Its beginning is known: what is claimed has to be where that lies.
      const before = ofNeighbour(item.origin)
      if (!before.allowed) return before
      if (before.value === collected || !isSame(before.value, claimed.value)) return refuse('malformed')
    }
    const fits = fitting(claimed.value, item)
    if (fits.allowed) freshPlaces.set(item, claimed.value)
    return fits
  }

  return { ofStored, ofFresh, lettersCutBy: (item) => lettersCutBy(doc, item) }
}

function agreed(left: Place | null, right: Place | null): Result<Place, GuardRefusal> {
  const place = left ?? right
  if (place === null || left === collected || right === collected) return allow(collected)
  return left && right && !isSame(left, right) ? refuse('malformed') : allow(place)
}

function isSame(a: Place, b: Place): boolean {
  return a.container === b.container && a.key === b.key
}

/** Maps hold things under keys, texts hold a run, and a value under a key never stands left of another. */
function fitting(place: Place, item: FreshItem): Result<Place, GuardRefusal> {
  const { container, key } = place
  if (container.kind === 'dead') return allow(place)
  if ((key === null) !== (container.kind === 'text')) return refuse('wrong-kind')
  return key !== null && item.incoming.rightOrigin !== null ? refuse('malformed') : allow(place)
}

function rootName(doc: Y.Doc, schema: DocumentSchema, type: SharedType): string {
  return Object.keys(schema).find((root) => doc.share.get(root) === type) ?? ''
}
