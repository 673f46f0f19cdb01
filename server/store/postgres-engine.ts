import { CompiledQuery } from 'kysely'
import type { Engine } from './engine.ts'

export const postgresEngine: Engine = {
  bytes: 'bytea',
  write(sql, ...parameters) {
    let count = 0
    const numbered = sql.replaceAll('?', () => `$${++count}`)
    return CompiledQuery.raw(numbered, [...parameters])
  },
}
