import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { type Nodes, openNodes } from './nodes.ts'
import { openPostgres, type Postgres } from './postgres.ts'

type Options = Parameters<typeof openNodes>[1]

/** Opens servers on a database of their own for one test of this file, on a PostgreSQL of this file; both end with it. */
export function servingNodes(): (options?: Options) => Promise<Nodes> {
  let postgres: Postgres
  let place: Nodes
  beforeAll(async () => {
    postgres = await openPostgres(inject('postgres'), { isDurable: false })
  })
  afterEach(() => place.close())
  afterAll(() => postgres.clear())
  return async (options) => {
    place = await openNodes(await postgres.database(), options)
    return place
  }
}
