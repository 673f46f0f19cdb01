/** What went over a channel: a byte that says how long the node's name is, the name, the message. */
export interface Word {
  readonly message: Uint8Array
  readonly from: string
}

/** Puts the name of `node` before a message; at most 255 ASCII characters. */
export function headed(node: string): (message: Uint8Array) => Buffer {
  const head = Buffer.from([node.length, ...Buffer.from(node, 'latin1')])
  return (message) => Buffer.concat([head, message])
}

/** Undefined: nobody of us said that. */
export function wordOf(bytes: Buffer): Word | undefined {
  const length = bytes[0]
  if (length === undefined || length === 0 || bytes.length < 1 + length) return undefined
  return { from: bytes.toString('latin1', 1, 1 + length), message: bytes.subarray(1 + length) }
}
