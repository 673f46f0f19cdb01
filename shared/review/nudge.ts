/** Wording that points at a person, with a way to say what the system did instead. */
export interface Nudge {
  /** The words it is about, as typed. */
  readonly phrase: string
  /** A sentence that says how the same could be told without pointing. */
  readonly instead: string
}

/**
 * The first wording in a text that points at a person; null where there is none.
 *
 * `names` are those of the people on the board, and of whoever responded. English only, and meant to be read as a hint: it misses some and is
 * wrong about others, so nothing is ever refused for it. [TONE2]
 */
export function blameNudge(text: string, names: readonly string[]): Nudge | null {
  if (text.trim() === '') return null
  const someone = personPattern(names)
  const found = rules(someone)
    .map(({ pattern, instead }) => ({ match: pattern.exec(text), instead }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => (a.match?.index ?? 0) - (b.match?.index ?? 0))[0]
  return found?.match ? { phrase: found.match[0], instead: found.instead } : null
}

const start = String.raw`(?<![\p{L}\p{N}])`
const end = String.raw`(?![\p{L}\p{N}])`

const roles =
  '(?:dev|developer|engineer|operator|admin|administrator|sre|on-?call|responder|manager|reviewer|author|intern|contractor|vendor|team|colleague)s?'

/** Somebody other than the one who writes: a pronoun, a role, or a name that is known; *we* and *I* are no pointing. */
function personPattern(names: readonly string[]): string {
  const called = names
    .flatMap((name) => [name, name.split(/\s+/u)[0] ?? ''])
    .filter((name) => [...name].length > 2)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
  return `(?:${['you', 'he', 'she', 'they', 'someone', 'somebody', `the (?:[\\p{L}-]+ )?${roles}`, ...called].join('|')})`
}

function rules(someone: string): readonly { readonly pattern: RegExp; readonly instead: string }[] {
  const rule = (words: string, instead: string) => ({
    pattern: new RegExp(`${start}(?:${words})${end}`, 'iu'),
    instead,
  })
  return [
    rule(
      'careless(?:ly|ness)?|negligen(?:t|ce|tly)|incompeten(?:t|ce)|sloppy|sloppiness|lazy|lazily|stupid(?:ly)?|idiot(?:ic|s)?|dumb|reckless(?:ly|ness)?|clueless|irresponsibl[ey]|unprofessional',
      'Tell what could be seen rather than what somebody is like: “the check was skipped while three pages were open”.',
    ),
    rule(
      `(?:human|operator|user|pilot) errors?|(?:his|her|their|your|${someone}['’]s) (?:own )?(?:fault|mistake|error)|(?:is|are|was|were|be) to blame|blame[sd]? (?:on )?${someone}|${someone} (?:is|are|was|were) (?:at fault|responsible for the (?:outage|incident|failure))`,
      'Ask what made that step possible: which check, guard or warning was not there?',
    ),
    rule(
      `${someone} (?:really |just |simply )?(?:(?:should|could|ought to|must)(?: not|n['’]t)? have|(?:should|could)n?['’]ve|never should have)`,
      'Tell what was known then and what would have helped: “the runbook did not say that …”.',
    ),
    rule(
      `${someone} (?:just |simply |again |also )?(?:forgot|forgets|failed to|neglected|ignored|overlooked|missed|skipped|broke|botched|messed up|screwed up|fat-?fingered|did(?: not|n['’]t) (?:bother|care|check|test|read|think|listen|notice|look)|never (?:checked|tested|read|looked|bothered))`,
      'Tell what the system allowed: “nothing warned before …”, “the deploy went ahead without …”.',
    ),
  ]
}
