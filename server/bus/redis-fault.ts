import { unreachableReasons } from '../unreachable.ts'

/** Redis can't be used, and why. */
export class RedisFault extends Error {
  override readonly name = 'RedisFault'
  /** As an end of a sentence; holds no password. */
  readonly reason: string

  constructor(error: unknown) {
    const reason = redisReason(error)
    super(`Redis can’t be used: ${reason}`)
    this.reason = reason
  }
}

/** The rest of an error is not for any log: ioredis attaches what was asked, with the password. */
export function redisReason(error: unknown): string {
  if (error instanceof RedisFault) return error.reason
  const message = error instanceof Error ? error.message : String(error)
  const code = error instanceof Error && 'code' in error ? String(error.code) : (message.split(' ')[0] ?? '')
  return reasons[code] ?? message
}

const reasons: Readonly<Record<string, string>> = {
  ...unreachableReasons,
  Socket: 'it does not answer', // “Socket timeout. …”
  Connection: 'it hung up', // “Connection is closed.”
  Stream: 'the line to it is down', // “Stream isn't writeable …”
  WRONGPASS: 'it does not take this user with this password',
  NOAUTH: 'it asks for a password',
  NOPERM: 'this user may not publish and subscribe there',
}
