import type * as Y from 'yjs'
import { readByName } from '../../../shared/document/by-name.ts'
import { parseBallotKey } from '../../../shared/review/ballot.ts'
import type { Difference, Documents } from './differences.ts'

/** What a person reads of a difference that is not on the board; null where no words of theirs are in it. */
export function wordsOf(difference: Difference, documents: Documents): { where: string; text: string } | null {
  if (difference.what === 'entry') return ofEntry(difference.root, difference.values, documents)
  if (difference.root === 'ballots' || difference.root === 'roomBallots')
    return ofVotes(difference.field, difference.after, documents)
  const isOrder = ['rank', 'section', 'theme', 'removed', 'parent', 'mergedInto'].includes(difference.field)
  if (isOrder || difference.root === 'ready' || difference.root === 'abstained') return null
  const where = whereIs(difference.root, difference.id, difference.field, documents)
  const text = typeof difference.after === 'string' ? difference.after : shown(difference.after)
  return { where, text }
}

const names: Readonly<Record<string, string>> = {
  drafts: 'Note',
  notes: 'Note',
  themes: 'Theme',
  actions: 'Action',
  services: 'Service',
  responders: 'Responder',
  checkIns: 'Check-in',
  timeline: 'Timeline',
  causes: 'Cause',
  incident: 'Incident record',
}

/** The field that an entry is known by. */
const titles = ['text', 'label', 'title', 'event', 'name', 'what'] as const

function ofEntry(root: string, values: Readonly<Record<string, unknown>>, documents: Documents) {
  const isNote = root === 'drafts' || root === 'notes'
  const section = isNote ? sectionTitle(String(values.section), documents.board) : undefined
  const author = root === 'notes' ? readByName(documents.board, nameOf(String(values.author))) : undefined
  const written = Object.entries(values).filter(([field, value]) => {
    const isWritten = typeof value === 'string' && value.trim() !== ''
    return isWritten && !['section', 'rank', 'theme', 'parent', 'source', 'author'].includes(field)
  })
  const known = titles.filter((title) => title in values)
  const first = written.filter(([field]) => known.some((title) => title === field))
  const others = written.filter((pair) => !first.includes(pair))
  const lines = [
    ...first.map(([, value]) => String(value)),
    ...others.map(([field, value]) => `${spaced(field)}: ${value}`),
  ]
  const what = typeof author === 'string' ? `Note by ${author}` : (names[root] ?? root)
  return { where: [what, section].filter(Boolean).join(', '), text: lines.join('\n') }
}

const nameOf = (person: string) => ({ root: 'people', id: person, field: 'name' })

function ofVotes(key: string, votes: unknown, { board }: Documents) {
  const parsed = parseBallotKey(key)
  const [kind, id] = parsed?.target.split(':') ?? []
  const field = kind === 'theme' ? 'label' : 'text'
  const label = id === undefined ? '' : readByName(board, { root: kind === 'theme' ? 'themes' : 'notes', id, field })
  return { where: 'Votes', text: `${shown(votes ?? 0)} on “${shorter(String(label ?? ''))}”` }
}

function whereIs(root: string, id: string | null, field: string, documents: Documents): string {
  const name = names[root] ?? root
  if (id === null) return `${name}, ${spaced(field)}`
  const doc = root === 'drafts' ? documents.desk : documents.board
  const title = titles
    .map((each) => readByName(doc, { root, id, field: each }))
    .find((each) => typeof each === 'string')
  const isTitle = titles.some((each) => each === field)
  return [name, title ? `“${shorter(String(title))}”` : '', isTitle ? '' : spaced(field)].filter(Boolean).join(', ')
}

function sectionTitle(id: string, board: Y.Doc): string | undefined {
  const sections: unknown = board.getMap('session').get('sections')
  const found = Array.isArray(sections) ? sections.find((each: { id?: unknown }) => each.id === id) : undefined
  return typeof found?.title === 'string' ? found.title : undefined
}

/** `impactUsers` -> `impact users`. */
function spaced(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}

function shorter(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'none'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
