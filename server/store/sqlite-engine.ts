import type { Engine } from './engine.ts'
import { atOnce } from './libsql-dialect.ts'

export const sqliteEngine: Engine = { bytes: 'blob', write: atOnce }
