import { allow, type Result, refuse } from '../../../shared/review/result.ts'
import { readTextFile } from '../../ui/read-text-file.ts'

/** The text of a file with events; or why it is none, in a sentence. */
export async function readFile(file: File): Promise<Result<string, string>> {
  const read = await readTextFile(file, 2 * 1024 * 1024)
  return read.state === 'text' ? allow(read.text) : refuse(words[read.state])
}

const words = {
  'too-large': 'It is larger than 2 MB. Cut out the part that tells of the incident, and bring that.',
  'no-text': 'It is no text. Export it as CSV, JSON or plain text, and bring that.',
} as const
