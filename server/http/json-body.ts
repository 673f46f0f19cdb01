import type { MiddlewareHandler } from 'hono'
import { validator } from 'hono-openapi'
import type * as v from 'valibot'
import { invalid, notJson } from './problem.ts'

/** Entries of the longest list that any body may hold. */
const longestList = 2000

/** Complaints that an answer names; what a body lacks in more places is told in number. */
const mostComplaints = 50

/** Checks a JSON body against its schema, and describes it in the OpenAPI document. */
export function jsonBody<const Schema extends v.GenericSchema>(schema: Schema) {
  return validator(
    'json',
    withoutEndlessLists(schema),
    (result, c) => {
      if (!isJson(c.req.header('Content-Type'))) throw notJson()
      if (result.success) return
      const errors = result.error
        .slice(0, mostComplaints)
        .map((issue) => ({ path: pathOf(issue), message: messageOf(issue) }))
      const more = result.error.length - errors.length
      const complaints = errors.map(({ path, message }) => `${path} ${message}`)
      throw invalid(`${[...complaints, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}.`, errors)
    },
    { options: { errorMode: 'ignore' } },
  )
}

/**
 * The same schema, which looks at no list that is too long for any: it would complain of each entry first, and of the
 * length last. [HTTP20]
 */
function withoutEndlessLists<const Schema extends v.GenericSchema>(schema: Schema): Schema {
  const standard = schema['~standard']
  const validate: typeof standard.validate = (value) => {
    const path = endlessList(value)
    return path === undefined
      ? standard.validate(value)
      : { issues: [{ message: `at most ${longestList} entries`, path }] }
  }
  return { ...schema, '~standard': { ...standard, validate } }
}

/** Where the first list of too many entries stands. Lists deeper than any of ours are refused for being there at all. */
function endlessList(value: unknown, depth = 4): readonly PropertyKey[] | undefined {
  if (typeof value !== 'object' || value === null || depth === 0) return undefined
  if (Array.isArray(value) && value.length > longestList) return []
  for (const [key, inner] of Object.entries(value)) {
    const path = endlessList(inner, depth - 1)
    if (path !== undefined) return [key, ...path]
  }
  return undefined
}

/** For what takes no body: a form of some page is refused here too. */
export const noForm: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('Content-Type')
  if (type !== undefined && !isJson(type)) throw notJson()
  await next()
}

function isJson(type = ''): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(type)
}

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
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
