import * as Y from 'yjs'
import type { TextField } from '../../../shared/document/field.ts'
import type { EntriesRoot, Root } from '../../../shared/document/root.ts'
import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import type { FreshItem } from './fresh.ts'
import type { GuardRefusal } from './refusal.ts'

/** What is read of a shared type that the server has. */
export interface SharedType {
  readonly _item: Y.Item | null
  readonly _map: ReadonlyMap<string, Y.Item>
}

export interface RootContainer {
  readonly kind: 'root'
  readonly root: string
  readonly spec: Root
  /** Undefined where nothing was ever written to it. */
  readonly type: SharedType | undefined
}

export interface EntryContainer {
  readonly kind: 'entry'
  readonly root: string
  readonly spec: EntriesRoot
  readonly id: string
  /** The entry as the server has it, or the item that brings it. */
  readonly holder: Y.Map<unknown> | FreshItem
}

export interface TextContainer {
  readonly kind: 'text'
  readonly field: TextField
  readonly owner: RootContainer | EntryContainer
  readonly holder: Y.Text | FreshItem
}

/** Something deleted: what is written there stays unseen. */
export interface DeadContainer {
  readonly kind: 'dead'
}

export type Container = RootContainer | EntryContainer | TextContainer | DeadContainer

/** Where an item lies: under a key of a map, or in the run of a text. */
export interface Place {
  readonly container: Container
  readonly key: string | null
}

/** The place of what Yjs collects at once, since a neighbour or its parent was collected. */
export const collected: Place = { container: { kind: 'dead' }, key: null }

/** What a shared type at a place is, if the schema has one there. */
export function containerAt(
  { container, key }: Place,
  holder: Y.Map<unknown> | Y.Text | FreshItem,
): Result<Container, GuardRefusal> {
  if (container.kind === 'dead') return allow({ kind: 'dead' })
  if (container.kind === 'text' || key === null) return refuse('wrong-kind')
  const { root, spec } = container
  if (container.kind === 'root' && container.spec.shape === 'entries') {
    return isMap(holder) ? allow({ kind: 'entry', root, spec: container.spec, id: key, holder }) : refuse('wrong-kind')
  }
  if (spec.shape === 'scalars') return refuse('wrong-kind')
  const field = Object.hasOwn(spec.fields, key) ? spec.fields[key] : undefined
  if (field === undefined) return refuse('unknown-field')
  return field.kind === 'text' && isText(holder)
    ? allow({ kind: 'text', field, owner: container, holder })
    : refuse('wrong-kind')
}

function isMap(holder: Y.Map<unknown> | Y.Text | FreshItem): holder is Y.Map<unknown> | FreshItem {
  return holder instanceof Y.Map || (!(holder instanceof Y.Text) && holder.content.kind === 'map')
}

function isText(holder: Y.Map<unknown> | Y.Text | FreshItem): holder is Y.Text | FreshItem {
  return holder instanceof Y.Text || (!(holder instanceof Y.Map) && holder.content.kind === 'text')
}
