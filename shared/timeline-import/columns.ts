/** What a column of a table, or a key of an object, tells of an event. */
export type Column = 'at' | 'date' | 'event' | 'actor' | 'action' | 'kind' | 'milestone' | 'link'

/** Usual names, best first: letters and digits only, small. */
const names: Readonly<Record<Column, readonly string[]>> = {
  at: [
    ...[
      'at',
      'timestamp',
      'time',
      'datetime',
      'when',
      'ts',
      'dateandtime',
      'eventtime',
      'occurredat',
      'occurred',
      'startsat',
    ],
    ...[
      'startedat',
      'createdat',
      'created',
      'firedat',
      'loggedat',
      'starttime',
      'start',
      'asctime',
      'hour',
      'clock',
      't',
    ],
  ],
  date: ['date', 'day'],
  event: [
    ...[
      'event',
      'eventtext',
      'whathappened',
      'what',
      'description',
      'message',
      'msg',
      'summary',
      'text',
      'title',
      'details',
      'detail',
    ],
    ...[
      'body',
      'content',
      'entry',
      'observation',
      'note',
      'notes',
      'comment',
      'log',
      'alertname',
      'alert',
      'name',
      'subject',
    ],
  ],
  actor: [
    ...[
      'actor',
      'who',
      'whoorwhat',
      'by',
      'userprofile',
      'user',
      'username',
      'author',
      'person',
      'agent',
      'sender',
      'from',
      'owner',
    ],
    ...[
      'system',
      'source',
      'service',
      'app',
      'application',
      'component',
      'host',
      'hostname',
      'logger',
      'monitor',
      'team',
      'role',
    ],
  ],
  action: ['action', 'actiontaken', 'actions', 'actionstaken', 'response', 'did', 'whatwasdone'],
  kind: ['kind', 'type', 'category', 'marks', 'class'],
  milestone: ['milestone', 'milestones', 'mark', 'phase', 'stage'],
  link: ['link', 'url', 'href', 'htmlurl', 'permalink', 'generatorurl', 'reference', 'weblink'],
}

/** Names as they are compared: `Time (UTC)` is `time`, `created_at` is `createdat`. */
export function plainName(name: string): string {
  return name
    .replace(/\([^)]*\)|\butc\b|\bgmt\b/giu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

/** Whether a heading says that the times below it are in UTC. */
export function saysUtc(name: string): boolean {
  return /(?:^|[^a-z])(?:utc|gmt|zulu)(?:[^a-z]|$)/iu.test(name)
}

/** Which of these names stands for what; of several for one thing, the most usual. */
export function columnsIn(given: readonly string[]): ReadonlyMap<Column, string> {
  const found = new Map<Column, string>()
  const plain = given.map((name) => ({ name, plain: plainName(name) }))
  for (const [column, usual] of Object.entries(names) as [Column, readonly string[]][]) {
    const best = usual.flatMap((each) => plain.filter((one) => one.plain === each))[0]
    if (best !== undefined) found.set(column, best.name)
  }
  return found
}

/** Whether these names are the headings of a timeline: there is a time, and something that happened. */
export function isTimelineHeader(found: ReadonlyMap<Column, string>): boolean {
  return (found.has('at') || found.has('date')) && (found.has('event') || found.has('action'))
}
