import type { MiddlewareHandler } from 'hono'
import { validator } from 'hono-openapi'
import type * as v from 'valibot'
import { invalid, notJson } from './problem.ts'

/** Checks a JSON body against its schema, and describes it in the OpenAPI document. */
export function jsonBody<const Schema extends v.GenericSchema>(schema: Schema) {
  return validator(
    'json',
    schema,
    (result, c) => {
      if (!isJson(c.req.header('Content-Type'))) throw notJson()
      if (result.success) return
      const errors = result.error.map((issue) => ({ path: pathOf(issue), message: messageOf(issue) }))
      throw invalid(`${errors.map(({ path, message }) => `${path} ${message}`).join('; ')}.`, errors)
    },
    { options: { errorMode: 'ignore' } },
  )
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
