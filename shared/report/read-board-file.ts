import * as v from 'valibot'
import { type BoardFile, boardFile, boardFileFormat, boardFileVersion } from '../api/board-file.ts'
import { fieldProblem } from '../api/issue-words.ts'
import { brokenLine } from './broken-json.ts'
import { dataInFile } from './one-file.ts'
import { boardOfWriteUp, writeUp } from './write-up.ts'

/** What is wrong with a file: where, if that can be told, and what, as a sentence. */
export interface FileProblem {
  /** Such as `line 5`, or `timeline, entry 4, at`; null: the file as a whole. */
  readonly where: string | null
  readonly what: string
}

export type ReadFile =
  | { readonly state: 'read'; readonly file: BoardFile }
  | { readonly state: 'refused'; readonly problems: readonly FileProblem[] }

/**
 * The review in a file: our JSON, a board in one file, or the write-up of an incident.
 *
 * It is read whole or not at all. [FILE2] [FILE3]
 */
export function readBoardFile(text: string): ReadFile {
  const plain = text.replace(/^\ufeff/u, '')
  const isPage = /^\s*</u.test(plain)
  const json = isPage ? dataInFile(plain) : plain
  if (json === null) return refused(null, pageWithoutData)
  if (json.trim() === '') return refused(null, 'The file is empty.')
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (error) {
    if (!/^\s*[{[]/u.test(json)) return refused(null, noReview)
    const where = isPage ? 'the data at its end' : `line ${brokenLine(json, String(error))}`
    return refused(where, 'This is not valid JSON: look for a missing quote, comma or bracket, or a file cut short.')
  }
  return isThing(value) ? readValue(value) : refused(null, noReview)
}

const noReview = 'This is no review of Hindsight. Bring the JSON of a report, or a board as one file.'
const pageWithoutData =
  'This page holds no data to import. Take “Board as one file” or JSON from the report page of the review.'

function readValue(value: Readonly<Record<string, unknown>>): ReadFile {
  if (value.format === boardFileFormat) {
    const { version } = value
    const isNewer = typeof version === 'number' && version > boardFileVersion
    return isNewer
      ? refused('version', newerWords(version))
      : read(boardFile, value, (file) => ({ state: 'read', file }))
  }
  if ('slug' in value && 'milestones' in value) {
    return read(writeUp, value, (example) =>
      read(boardFile, boardOfWriteUp(example), (file) => ({ state: 'read', file })),
    )
  }
  return refused(null, noReview)
}

const newerWords = (version: number) =>
  `It was written by a newer Hindsight, in version ${version} of its form; this one reads version ${boardFileVersion}.`

function read<Output>(
  schema: v.GenericSchema<unknown, Output>,
  value: unknown,
  then: (output: Output) => ReadFile,
): ReadFile {
  const parsed = v.safeParse(schema, value)
  return parsed.success ? then(parsed.output) : { state: 'refused', problems: parsed.issues.map(problemOf) }
}

function problemOf(issue: Parameters<typeof fieldProblem>[0]): FileProblem {
  const { path, message } = fieldProblem(issue)
  const steps = path.split('.').map((step) => (/^\d+$/u.test(step) ? `entry ${Number(step) + 1}` : step))
  return { where: steps.join(', '), what: `This ${message}.` }
}

function refused(where: string | null, what: string): ReadFile {
  return { state: 'refused', problems: [{ where, what }] }
}

function isThing(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
