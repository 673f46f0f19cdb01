import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import type { Surroundings } from '../../server/assemble.ts'
import { roomLimits } from '../../server/limits.ts'
import type { RoomLimits } from '../../server/rooms/limits.ts'
import { type Nodes, openNodes } from './nodes.ts'
import { openPostgres, type Postgres } from './postgres.ts'

type OpenNodes = (count: number, limits?: Partial<RoomLimits>) => Promise<Nodes>

/** Opens servers on a database of their own for one test of this file, on a PostgreSQL of this file; both end with it. */
export function servingNodes(surroundings: Partial<Surroundings> = {}): OpenNodes {
  let postgres: Postgres
  let place: Nodes
  beforeAll(async () => {
    postgres = await openPostgres(inject('postgres'), { isDurable: false })
  })
  afterEach(() => place.close())
  afterAll(() => postgres.clear())
  return async (count, limits) => {
    const all = { ...surroundings, roomLimits: { ...roomLimits, ...limits } }
    place = await openNodes(await postgres.database(), { count, surroundings: all })
    return place
  }
}
