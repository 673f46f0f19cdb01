import { command } from '../../shared/api/commands.ts'
import { valuesFor } from '../support/samples.ts'
import type { Scene } from './scene.ts'

/** Sends a request exactly as told; nothing of a person is added. */
export async function ask(
  scene: Scene,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Promise<{ readonly status: number; readonly type: string; readonly json: Readonly<Record<string, unknown>> }> {
  const response = await fetch(`${scene.origin}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual',
  })
  const text = await response.text()
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '')
  const json: Readonly<Record<string, unknown>> = isJson && text !== '' ? JSON.parse(text) : {}
  return { status: response.status, type: String(json.type ?? ''), json }
}

/** Whatever the schema of a request is made of; read only. */
interface Schema {
  readonly type?: string
  readonly entries?: Readonly<Record<string, Schema>>
  readonly item?: Schema
  readonly wrapped?: Schema
  readonly literal?: unknown
  readonly pipe?: readonly Schema[]
}

/** A body that a schema takes, with nothing in it that may be left out. */
export function bodyFor(schema: Schema, what: string): unknown {
  if (schema.entries !== undefined) {
    const required = Object.entries(schema.entries).filter(([, entry]) => entry.type !== 'optional')
    return Object.fromEntries(required.map(([name, entry]) => [name, bodyFor(entry, `${what}.${name}`)]))
  }
  if (schema.item !== undefined) return [bodyFor(schema.item, `${what}.0`)]
  if (schema.literal !== undefined) return schema.literal
  const [found] = valuesFor(schema as Parameters<typeof valuesFor>[0]).filter((value) => typeof value !== 'bigint')
  if (found === undefined) throw new Error(`no value for ${what}: add one to the pool`)
  return found
}

/** One of every command there is. */
export const commands: readonly (Readonly<Record<string, unknown>> & { readonly type: string })[] = command.options.map(
  (option) => {
    const type = option.entries.type.literal
    return { ...(bodyFor(option as Schema, type) as object), type }
  },
)

export interface Route {
  readonly method: string
  /** As the OpenAPI document writes it: `{id}` stands for a board. */
  readonly path: string
  /** Whether it wants a token, and knows nobody by their cookie. */
  readonly wantsToken: boolean
}

/** Every route that the server says it has. */
export async function routesOf(scene: Scene): Promise<readonly Route[]> {
  const { json } = await ask(scene, 'GET', '/api/openapi.json', {})
  return Object.entries(json.paths as Readonly<Record<string, Readonly<Record<string, object>>>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, route]) => ({
        method: method.toUpperCase(),
        path,
        wantsToken: 'security' in route,
      })),
  )
}

export const pathOf = ({ path }: Route, board: string): string => path.replace('{id}', board)

/** The least that a route takes as a body. */
export const bodyOf = ({ method }: Route) => (method === 'GET' || method === 'DELETE' ? undefined : {})
