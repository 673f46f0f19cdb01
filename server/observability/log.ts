import { pino } from 'pino'
import type { LogLevel } from '../config.ts'

/** The log: JSON lines on standard output. What might name a secret is never in it. */
export function openLog(level: LogLevel) {
  return pino({ level, redact: ['secret', 'invite', 'cookie', '*.secret', '*.invite', '*.cookie'] })
}
