/** Where something is wrong, and what is wanted there, as the end of a sentence that begins with the place. */
export interface FieldProblem {
  /** Names and numbers (from 0) of the way there, with dots between them. */
  readonly path: string
  readonly message: string
}

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key?: unknown })[] | undefined
}

export function fieldProblem(issue: Issue): FieldProblem {
  return { path: pathOf(issue), message: messageOf(issue) }
}

function pathOf({ path = [] }: Issue): string {
  return path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.') || 'the body'
}

/** valibot's own messages repeat what they were given, which may be anything: only ours are passed on. */
function messageOf(issue: Issue): string {
  if (!issue.message.startsWith('Invalid ')) return `wants ${issue.message}`
  const expected = 'expected' in issue && typeof issue.expected === 'string' ? issue.expected : ''
  if (expected === 'never') return 'is not known here'
  if ('received' in issue && issue.received === 'undefined') return 'is missing'
  return expected === '' ? 'is not right' : `wants ${inWords(expected)}`
}

/** `("secret" | "open")` as *one of secret, open*. */
function inWords(expected: string): string {
  const choices = expected.replace(/^\(|\)$/g, '').split(' | ')
  const plain = choices.map((choice) => choice.replaceAll('"', '')).join(', ')
  return choices.length > 1 ? `one of ${plain}` : plain
}
