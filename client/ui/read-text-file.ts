export type TextFile = { readonly state: 'text'; readonly text: string } | { readonly state: 'too-large' | 'no-text' }

/** The text of a file of at most so many bytes: UTF-8, or UTF-16 where its first bytes say so. */
export async function readTextFile(file: File, mostBytes: number): Promise<TextFile> {
  if (file.size > mostBytes) return { state: 'too-large' }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const text = new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
  return text.includes('\u0000') ? { state: 'no-text' } : { state: 'text', text }
}
