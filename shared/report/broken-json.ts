/** On which line a text is no JSON, counted from 1, by how engines word it: `line 5 column 3`, `at position 123`. Where they don't say, the last. */
export function brokenLine(text: string, words: string): number {
  const line = /line (\d+)/.exec(words)?.[1]
  const position = /position (\d+)/.exec(words)?.[1]
  if (line !== undefined) return Number(line)
  return text.slice(0, position === undefined ? text.length : Number(position)).split('\n').length
}
