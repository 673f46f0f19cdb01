import type { Surroundings } from '../../server/assemble.ts'

interface Line {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly fields: object
  readonly message: string
}

/** A log that a test reads. */
export interface LogBook {
  readonly log: Surroundings['log']
  readonly lines: readonly Line[]
  /** The errors that were logged. */
  errors(): readonly unknown[]
}

export function openLogBook(): LogBook {
  const lines: Line[] = []
  const write = (level: Line['level']) => (fields: object, message: string) => {
    lines.push({ level, fields, message })
  }
  return {
    log: { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') },
    lines,
    errors: () => lines.flatMap(({ fields }) => ('err' in fields ? [fields.err] : [])),
  }
}
