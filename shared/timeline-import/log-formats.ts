import { momentFrom } from '../incident/moment.ts'
import type { FormattedLine, LineFormat, PlacedTime } from '../incident/timeline-lines.ts'
import { readTime, type WritingHabits, type WrittenTime } from '../incident/written-time.ts'
import { placeTime } from './times.ts'

interface LogFormat {
  /** With the groups `time` and `text`; `host` and `tag` tell the actor. */
  readonly pattern: RegExp
  /** How the library reads the time; absent: as any time. */
  readonly format?: string
}

const formats: readonly LogFormat[] = [
  // Apache's and nginx's common and combined log.
  {
    pattern:
      /^(?<client>\S+) \S+ \S+ \[(?<time>\d{2}\/[A-Z][a-z]{2}\/\d{4}:\d{2}:\d{2}:\d{2} [+-]\d{4})\] (?<text>\S.*)$/,
    format: 'dd/LLL/yyyy:HH:mm:ss ZZZ',
  },
  // Apache's error log, and asctime: `[Mon Mar 02 14:05:01.123456 2026] [core:error] …`.
  {
    pattern: /^\[?(?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2}(?:\.\d+)? \d{4})\]?:? +(?<text>\S.*)$/,
    format: 'EEE LLL d HH:mm:ss yyyy',
  },
  // syslog of RFC 5424: `<34>1 2026-03-02T14:05:01.003Z web-1 app 42 ID47 - text`.
  {
    pattern:
      /^<\d{1,3}>\d{1,2} (?<time>\S+) (?<host>\S+) (?<tag>\S+) \S+ \S+ (?:-|(?:\[[^\]]*\])+) ?\ufeff?(?<text>\S.*)$/,
  },
  // syslog of RFC 3164, and journalctl's short forms: `Mar  2 14:05:01 web-1 nginx[123]: text`.
  {
    pattern:
      /^(?:<\d{1,3}>)?(?<time>[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2}(?:\.\d+)?|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\S*) (?<host>[\w.:-]+) (?<tag>[\w./-]+)\[\d+\]: (?<text>\S.*)$/,
  },
  {
    pattern:
      /^(?:<\d{1,3}>)?(?<time>[A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2}) (?<host>[\w.:-]+) (?<tag>[\w./-]+): (?<text>\S.*)$/,
  },
  // klog and glog: `E0302 14:05:01.123456    1 server.go:12] text`.
  { pattern: /^[IWEF](?<time>\d{4} \d{2}:\d{2}:\d{2}\.\d+)\s+\d+ (?<tag>[\w./-]+):\d+\] (?<text>\S.*)$/ },
  // Seconds or milliseconds since 1970, as many tools write at the start of a line.
  { pattern: /^\[?(?<time>\d{10}(?:\.\d{1,9})?|\d{13})\]?[\s:,|-]+(?<text>\S.*)$/ },
  // ISO 8601 in its other forms, and a zone by its name.
  {
    pattern:
      /^\[?(?<time>\d{8}T\d{4,6}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?|\d{4}-(?:W\d{2}-\d|\d{3})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?|\d{4}-\d{2}-\d{2}[T ][\d:.]+ ?\[?[A-Z][A-Za-z]+\/[A-Za-z_/+-]+\]?)\]?[\s:,|-]+(?<text>\S.*)$/,
  },
]

/** Common logs, line by line; what they don't begin is read as anything that people type. */
export function logFormat(habits: WritingHabits): LineFormat {
  return (line) => {
    for (const { pattern, format } of formats) {
      const found = pattern.exec(line.trim())?.groups
      if (found === undefined) continue
      const time = timeOf(found.time ?? '', format, habits)
      if (time !== null) return { time, actor: actorOf(found), text: found.text ?? '' }
    }
    return logfmt(line, habits)
  }
}

function timeOf(text: string, format: string | undefined, habits: WritingHabits): WrittenTime | PlacedTime | null {
  const plain = format?.includes('ss yyyy') ? text.replace(/\.\d+/u, '').replace(/\s+/gu, ' ') : text
  const epoch = momentFrom(plain)
  if (epoch !== null) return { ms: Date.parse(epoch), saysZone: true }
  const klog = /^(?<month>\d{2})(?<day>\d{2}) (?<clock>\S+)$/.exec(plain)?.groups
  const written = klog === undefined ? plain : `2000-${klog.month}-${klog.day} ${klog.clock}`
  const own = format === undefined ? readTime(written, habits) : 'no-time'
  if (typeof own === 'string' || own.rest !== '') return placeTime(plain, habits.zone, format)
  return klog === undefined ? own.time : withoutYear(own.time)
}

function withoutYear(time: WrittenTime): WrittenTime {
  return time.day === null || 'later' in time.day ? time : { ...time, day: { ...time.day, year: null } }
}

function actorOf({ host, tag, client }: Readonly<Record<string, string | undefined>>): string {
  if (tag === undefined || tag === '-') return host === '-' ? '' : (host ?? (client === undefined ? '' : client))
  return host === undefined || host === '-' ? tag : `${tag} on ${host}`
}

/** `time=2026-03-02T14:05:01Z level=error msg="it is full" service=checkout`. */
function logfmt(line: string, habits: WritingHabits): FormattedLine | null {
  if (!/^\s*[\w.@]+=/.test(line)) return null
  const pairs = new Map(
    [...line.matchAll(/([\w.@]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/gu)].map(([, key = '', quoted, bare]) => [
      key.toLowerCase(),
      quoted?.replaceAll(/\\(.)/gu, '$1') ?? bare ?? '',
    ]),
  )
  const first = (...keys: readonly string[]) =>
    keys.map((key) => pairs.get(key)).find((each) => each !== undefined && each !== '')
  const time = timeOf(first('time', 'ts', 'timestamp', '@timestamp', 't', 'at') ?? '', undefined, habits)
  const text = first('msg', 'message', 'event', 'text', 'err', 'error')
  if (time === null || text === undefined) return null
  return { time, actor: first('service', 'app', 'component', 'logger', 'caller', 'host') ?? '', text }
}
