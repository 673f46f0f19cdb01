import type { MiddlewareHandler } from 'hono'
import { validator } from 'hono-openapi'
import type * as v from 'valibot'
import { fieldProblem } from '../../shared/api/issue-words.ts'
import { invalid, notJson } from './problem.ts'

/** Entries of the longest list that a body may hold, unless its route says otherwise. */
const longestList = 2000

/** Complaints that an answer names; what a body lacks in more places is told in number. */
const mostComplaints = 50

/** Checks a JSON body against its schema, and describes it in the OpenAPI document. */
export function jsonBody<const Schema extends v.GenericSchema>(schema: Schema, longest = longestList) {
  return validator(
    'json',
    withoutEndlessLists(schema, longest),
    (result, c) => {
      if (!isJson(c.req.header('Content-Type'))) throw notJson()
      if (result.success) return
      const errors = result.error.slice(0, mostComplaints).map(fieldProblem)
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
function withoutEndlessLists<const Schema extends v.GenericSchema>(schema: Schema, longest: number): Schema {
  const standard = schema['~standard']
  const validate: typeof standard.validate = (value) => {
    const path = endlessList(value, longest)
    return path === undefined ? standard.validate(value) : { issues: [{ message: `at most ${longest} entries`, path }] }
  }
  return { ...schema, '~standard': { ...standard, validate } }
}

/** Where the first list of too many entries stands. Lists deeper than any of ours are refused for being there at all. */
function endlessList(value: unknown, longest: number, depth = 4): readonly PropertyKey[] | undefined {
  if (typeof value !== 'object' || value === null || depth === 0) return undefined
  if (Array.isArray(value) && value.length > longest) return []
  for (const [key, inner] of Object.entries(value)) {
    const path = endlessList(inner, longest, depth - 1)
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
