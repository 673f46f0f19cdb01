import * as v from 'valibot'
import { alertmanagerBody, eventsOfAlerts } from '../api/alertmanager.ts'
import type { ReadEvent, UnreadLine, UnreadReason } from '../incident/read-event.ts'
import { type Column, columnsIn } from './columns.ts'
import { type CellHabits, type Cells, eventOf } from './event-of.ts'

type Thing = Readonly<Record<string, unknown>>

export interface ReadObjects {
  readonly events: readonly ReadEvent[]
  /** `line` counts the entries here. */
  readonly unread: readonly UnreadLine[]
}

/** The events in a JSON value: our own export, what monitoring tools hand out, or any list of objects with usual keys. */
export function readJson(value: unknown, habits: Omit<CellHabits, 'isUtc'>): ReadObjects {
  return readObjects(alertsIn(value) ?? listIn(value) ?? [value], habits)
}

/** `numbers` tells where each stands, where that is not its place in the list. */
export function readObjects(
  list: readonly unknown[],
  habits: Omit<CellHabits, 'isUtc'>,
  numbers?: readonly number[],
): ReadObjects {
  const events: ReadEvent[] = []
  const unread: UnreadLine[] = []
  for (const [index, each] of list.entries()) {
    const line = numbers?.[index] ?? index + 1
    const read: ReadEvent | UnreadReason = isThing(each)
      ? eventOf(cellsOf(each), { ...habits, isUtc: false }, { line, until: line })
      : 'no-object'
    if (typeof read === 'string')
      unread.push({ line, until: line, text: JSON.stringify(each).slice(0, 500), reason: read })
    else events.push(read)
  }
  return { events, unread }
}

function alertsIn(value: unknown): readonly unknown[] | null {
  const alerts = v.safeParse(alertmanagerBody, value)
  return alerts.success ? eventsOfAlerts(alerts.output) : null
}

/** Where lists of events usually lie. */
const lists = [
  'timeline',
  'events',
  'entries',
  'log_entries',
  'incidents',
  'alerts',
  'messages',
  'items',
  'records',
  'results',
]

/** The first list of objects, level by level; null where there is none. */
function listIn(value: unknown, depth = 0): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  if (!isThing(value) || depth > 3) return null
  const here = [...lists.map((name) => value[name]), ...Object.values(value)]
  const list = here.find((each) => Array.isArray(each) && each.some(isThing))
  if (Array.isArray(list)) return list
  for (const each of here) {
    const deeper = isThing(each) ? listIn(each, depth + 1) : null
    if (deeper !== null) return deeper
  }
  return null
}

/** The things that hold the rest of an object in some tools' exports. */
const wrappers = ['_source', 'fields', 'attributes', 'event', 'data', 'labels', 'annotations']

function cellsOf(thing: Thing): Cells {
  const whole: Thing = Object.assign({}, ...wrappers.map((name) => thing[name]).filter(isThing), thing)
  const plain = Object.entries(whole).flatMap(([key, value]): [string, string | number][] => {
    const cell = plainValue(value)
    return cell === null ? [] : [[key, cell]]
  })
  const values = new Map(plain)
  const columns = columnsIn([...values.keys()])
  return Object.fromEntries(
    [...columns].map(([column, key]): [Column, string | number] => [column, values.get(key) ?? '']),
  )
}

/** A text or a number; of somebody or something that is an object, its name. */
function plainValue(value: unknown): string | number | null {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (!isThing(value)) return null
  const named = ['real_name', 'display_name', 'name', 'summary', 'login', 'username', 'email']
  const name = named.map((key) => value[key]).find((each) => typeof each === 'string' && each !== '')
  return typeof name === 'string' ? name : null
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
