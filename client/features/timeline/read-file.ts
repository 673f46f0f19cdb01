import { allow, type Result, refuse } from '../../../shared/review/result.ts'

const mostBytes = 2 * 1024 * 1024

/** The text of a file; or why it is none, in a sentence. */
export async function readFile(file: File): Promise<Result<string, string>> {
  if (file.size > mostBytes)
    return refuse('It is larger than 2 MB. Cut out the part that tells of the incident, and bring that.')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const text = new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
  if (text.includes('\u0000')) return refuse('It is no text. Export it as CSV, JSON or plain text, and bring that.')
  return allow(text)
}
