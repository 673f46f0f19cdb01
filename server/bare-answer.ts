import type { Duplex } from 'node:stream'
import type { Problem } from '../shared/api/boards.ts'

/**
 * Headers of what is answered beside the app: of upgrades, refused or not, and of requests that are not HTTP.
 *
 * They allow nothing, since there is nothing in it to show.
 */
export function bareHeaders(publicUrl: string | undefined): Readonly<Record<string, string>> {
  return {
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    ...(publicUrl?.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=15552000' }),
  }
}

/** Answers on a bare connection, in words, and ends it. */
export function answerBare(stream: Duplex, problem: Problem, headers: Readonly<Record<string, string>>): void {
  stream.on('error', () => {}) // it may be gone already
  const body = JSON.stringify(problem)
  const lines = Object.entries({
    Connection: 'close',
    'Content-Type': 'application/problem+json',
    'Content-Length': String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  stream.end(`HTTP/1.1 ${problem.status} ${reasons[problem.status] ?? 'Refused'}\r\n${lines.join('')}\r\n${body}`)
}

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  408: 'Request Timeout',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  503: 'Service Unavailable',
}
