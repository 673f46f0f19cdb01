/** What came back over HTTP. */
export interface Answer {
  readonly status: number
  /** Of the problem; empty where there is none. */
  readonly type: string
  /** What of it breaks the contract. */
  readonly wrong: string | undefined
}

/** Every answer is JSON of ours; every error a problem in words that tell nothing of our insides. */
export function checked(status: number, contentType: string, text: string): Answer {
  const json = parsed(text)
  const type = typeof json === 'object' && json !== null && 'type' in json ? String(json.type) : ''
  const complaints = [
    status >= 500 && 'an error of ours',
    status >= 400 && !contentType.startsWith('application/problem+json') && `no problem but ${contentType}`,
    status >= 400 && !isProblem(json, status) && 'a problem without its parts',
    status < 400 && status !== 204 && !contentType.startsWith('application/json') && `no JSON but ${contentType}`,
    /\n\s+at |node_modules|\/server\/|\.ts:|\.js:|TypeError|RangeError/.test(text) && 'a stack',
    text.length > 20_000 && `${text.length} characters`,
  ].filter((complaint) => complaint !== false)
  return { status, type, wrong: complaints.length > 0 ? `${status} ${type}: ${complaints.join(', ')}` : undefined }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // then it is no problem either
  }
}

function isProblem(json: unknown, status: number): boolean {
  if (typeof json !== 'object' || json === null) return false
  const { type, title, detail, status: told } = json as Readonly<Record<string, unknown>>
  return [type, title, detail].every((part) => typeof part === 'string' && part !== '') && told === status
}
