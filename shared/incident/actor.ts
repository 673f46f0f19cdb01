/** What an actor is, where that can be told. */
export type ActorKind = 'person' | 'system' | 'unknown'

const systemWord =
  /^(?:\S+[-_.])?(?:bot|ci|cd|cron|api|app|agent|alerts?|alerting|alertmanager|argocd|automation|autoscaler|canary|cloudwatch|datadog|deployer|github|gitlab|grafana|jenkins|job|kubernetes|k8s|loadbalancer|(?:sub)?system|cluster|database|dashboard|monitor|monitoring|nagios|newrelic|nginx|operator|opsgenie|orchestrator|pagerduty|pager|pipeline|pingdom|prober|prometheus|proxy|runner|scheduler|script|sentry|server|service|spinnaker|statuspage|terraform|uptimerobot|watchdog|webhook|worker|zabbix)(?:[-_.]?\d+)?$/iu

const roleWord =
  /^(?:analysts?|commander|coordinator|developers?|engineers?|leads?|manager|members?|officers?|on-?call|responders?|team|technicians?)$/iu

/** Words that begin a sentence with a colon, and are nobody. */
const nobody =
  /^(?:action|alert|cause|caveat|critical|debug|detected|e\.?g|edit|effect|eta|error|fatal|fix|fixed|fyi|http|https|i\.?e|impact|info|issue|mitigation|nb|note|ok|p\d+|ps|question|re|reason|recovered|resolved|result|root|status|summary|symptom|tl;?dr|todo|trace|update|warn|warning|workaround)s?$/iu

/** Whether a name is that of a program: by its last word, as in `deploy bot`, `ci-runner` or `Alertmanager`. */
export function isSystemName(name: string): boolean {
  return systemWord.test(name.trim().split(/\s+/u).at(-1) ?? '')
}

export function actorKind(name: string, people: readonly string[]): ActorKind {
  if (name.trim() === '') return 'unknown'
  if (people.some((person) => isSame(person, name))) return 'person'
  return isSystemName(name) ? 'system' : 'unknown'
}

export interface Said {
  /** Empty where the text names nobody. */
  readonly actor: string
  readonly text: string
}

export interface ActorHabits {
  /** Who is known here; written as they are here. */
  readonly known: readonly string[]
  /** The text is a message of a chat: whatever name stands before the colon wrote it. */
  readonly isChat: boolean
  /** Beginnings that somebody said are no names. */
  readonly notNames: ReadonlySet<string>
}

/**
 * Who did it, where a text begins with that: `ana: …`, `@ana …`, `<deploy-bot> …`, `* ana …`, `ana | …`.
 *
 * What stands before a colon is a name if it is known here, if it is a program's or a role's (`on-call engineer`), or
 * if it is one word that is no usual beginning of a sentence; in a chat also several words that are written large.
 */
export function readActor(text: string, habits: ActorHabits): Said {
  const marked =
    /^<[@+%&~ ]?(?<name>[^<>\s][^<>]{0,79})>\s+(?<text>\S.*)$/su.exec(text) ??
    /^@(?<name>[\p{L}\p{N}_][\p{L}\p{N}_.-]*[\p{L}\p{N}_]|[\p{L}\p{N}_])[:,]?\s+(?<text>\S.*)$/su.exec(text) ??
    /^\*\s(?<name>[^\s*:]+)\s+(?<text>\S.*)$/su.exec(text) ??
    /^(?<name>[\p{L}\p{N}_@+-][^\s|]{0,39})\s+\|\s+(?<text>\S.*)$/su.exec(text)
  const named = marked ?? /^(?<name>[^:\n]{1,80}?)\s?:\s+(?<text>\S.*)$/su.exec(text)
  const { name = '', text: rest = '' } = named?.groups ?? {}
  if (name === '' || habits.notNames.has(name.toLowerCase())) return { actor: '', text }
  if (marked === null && !isName(name, habits)) return { actor: '', text }
  return { actor: nameKnownAs(name, habits.known) ?? name, text: rest }
}

/** Whether words alone, without a colon, are somebody's name. */
export function isName(name: string, { known, isChat }: Pick<ActorHabits, 'known' | 'isChat'>): boolean {
  const words = name.trim().split(/\s+/u)
  if (nobody.test(words[0] ?? '')) return false
  if (nameKnownAs(name, known) !== undefined) return true
  const isDeed = /ed$/iu.test(words[0] ?? '') // `Paged the database team: no answer`
  if (words.length <= 2 && isSystemName(name) && !isDeed) return true
  if (words.length <= 4 && roleWord.test(words.at(-1) ?? '') && !isDeed) return true
  if (words.length === 1) return /^[\p{L}_][\p{L}\p{N}_.'’-]{0,39}$/u.test(name)
  return isChat && words.length <= 4 && words.every((word) => /^[\p{Lu}\p{Lo}(][\p{L}\p{N}.'’()-]*$/u.test(word))
}

/** The one known person that is meant by a whole name, a first name or a name written without its spaces. */
export function nameKnownAs(name: string, known: readonly string[]): string | undefined {
  const whole = known.find((each) => isSame(each, name))
  if (whole !== undefined) return whole
  const matching = known.filter((each) =>
    [each.split(/\s+/u)[0] ?? '', ...['', '.', '-', '_'].map((joint) => each.replaceAll(/\s+/gu, joint))].some(
      (short) => isSame(short, name),
    ),
  )
  return matching.length === 1 ? matching[0] : undefined
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
