import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../shared/incident/moment.ts'
import type { ReadTimeline } from '../../shared/incident/read-event.ts'
import type { TimelineEvent } from '../../shared/incident/record.ts'
import { toldBefore } from '../../shared/incident/same-event.ts'
import { milestones } from '../../shared/incident/timeline.ts'
import { plainLines } from '../../shared/report/prose.ts'
import { timelineCsv } from '../../shared/report/timeline-csv.ts'
import { readTimeline } from '../../shared/timeline-import/read-timeline.ts'

const utc = { date: '2026-03-02', zone: 'UTC' }
const berlin = { date: '2026-03-02', zone: 'Europe/Berlin' }
const read = (text: string, options: Parameters<typeof readTimeline>[1] = utc) => readTimeline(text, options)
const told = ({ events }: ReadTimeline) => events.map(({ at, actor, event }) => [at, actor, event])

describe('a log', () => {
  it.each([
    ['RFC 3339', '2026-03-02T14:05:01.123456789Z stdout F it is full', '', 'stdout F it is full', '.123'],
    ['an offset', '2026-03-02 16:05:01+0200 it is full', '', 'it is full', ''],
    ['RFC 2822', 'Mon, 02 Mar 2026 09:05:01 EST it is full', '', 'it is full', ''],
    ['syslog', 'Mar  2 14:05:01 web-1 nginx[123]: it is full', 'nginx on web-1', 'it is full', ''],
    [
      'syslog, RFC 5424',
      '<34>1 2026-03-02T14:05:01.003Z web-1 app 42 ID47 [a b="c"] it is full',
      'app on web-1',
      'it is full',
      '.003',
    ],
    ['journalctl', '2026-03-02T14:05:01+0000 web-1 kubelet[9]: it is full', 'kubelet on web-1', 'it is full', ''],
    [
      'an access log',
      '10.0.0.1 - ana [02/Mar/2026:14:05:01 +0000] "GET / HTTP/1.1" 502 12',
      '10.0.0.1',
      '"GET / HTTP/1.1" 502 12',
      '',
    ],
    [
      'an error log of Apache',
      '[Mon Mar 02 14:05:01.123456 2026] [core:error] it is full',
      '',
      '[core:error] it is full',
      '',
    ],
    ['an error log of nginx', '2026/03/02 14:05:01 [error] 1#1: it is full', '', '[error] 1#1: it is full', ''],
    ['klog', 'E0302 14:05:01.123456    1 server.go:12] it is full', 'server.go', 'it is full', '.123'],
    ['seconds', '1772460301 it is full', '', 'it is full', ''],
    ['milliseconds', '[1772460301500] it is full', '', 'it is full', '.500'],
    [
      'logfmt',
      'level=error ts=2026-03-02T14:05:01Z service=checkout msg="it is \\"full\\""',
      'checkout',
      'it is "full"',
      '',
    ],
    ['ISO 8601, basic', '20260302T140501Z it is full', '', 'it is full', ''],
    ['ISO 8601, by week', '2026-W10-1T14:05:01Z it is full', '', 'it is full', ''],
    ['a zone by name', '2026-03-02 15:05:01 Europe/Berlin it is full', '', 'it is full', ''],
    [
      'JSON lines',
      '{"ts": 1772460301.5, "msg": "it is full", "logger": "app"}\n{"ts":"x"}',
      'app',
      'it is full',
      '.500',
    ],
  ])('[IMPORT2] is read as its program writes it: %s', (_, line, actor, event, fraction) => {
    expect(told(read(line))).toEqual([[`2026-03-02T14:05:01${fraction}Z`, actor, event]])
  })

  it('[IMPORT2] is in the zone chosen where its lines name none', () => {
    const lines = 'Mar  2 15:05:01 web-1 cron[1]: it is full\n[Mon Mar 02 15:05:01 2026] it is full'
    expect(read(lines, berlin).events).toMatchObject([
      { at: '2026-03-02T14:05:01Z', saysZone: false },
      { at: '2026-03-02T14:05:01Z', saysZone: false },
    ])
    expect(read('10.0.0.1 - - [02/Mar/2026:14:05:01 +0000] "GET /"', berlin).events).toMatchObject([{ saysZone: true }])
  })

  it('[IMPORT2] goes on with lines that people typed', () => {
    expect(told(read('Mar  2 14:05:01 web-1 cron[1]: it is full\n14:06 ana: looks'))).toEqual([
      ['2026-03-02T14:05:01Z', 'cron on web-1', 'it is full'],
      ['2026-03-02T14:06:00Z', 'ana', 'looks'],
    ])
  })
})

describe('a table', () => {
  it('[IMPORT3] is read by its headings, whatever they are called and in which order', () => {
    const csv = `What happened;Who;Time (UTC);Action taken;Type;Ticket
"It is full; ""very"" full
and slow";ana;2026-03-02 14:05;;detected;OPS-1
;deploy bot;14:06;Rollback;action;
All is well;;2026-03-02T16:07:00+02:00;;;`
    const { events, leftOut, headings, form } = read(csv, { ...berlin, known: ['Ana Oyelaran'] })
    expect([form, leftOut, headings]).toEqual(['table', ['Ticket'], [1]])
    expect(events).toEqual([
      {
        ...{
          at: '2026-03-02T14:05:00Z',
          event: 'It is full; "very" full\nand slow',
          actor: 'Ana Oyelaran',
          action: '',
        },
        ...{ kind: 'milestone', milestone: 'detected', link: null, line: 2, until: 3, saysZone: true },
      },
      {
        ...{ at: '2026-03-02T14:06:00Z', event: 'Rollback', actor: 'deploy bot', action: '' },
        ...{ kind: 'action', milestone: null, link: null, line: 4, until: 4, saysZone: true },
      },
      {
        ...{ at: '2026-03-02T14:07:00Z', event: 'All is well', actor: '', action: '' },
        ...{ kind: 'observation', milestone: null, link: null, line: 5, until: 5, saysZone: true },
      },
    ])
  })

  it('[IMPORT3] may have its day in a column of its own, tabs, and a link that is none', () => {
    const tabs =
      'Date\tTime\tEvent\tLink\n2026-03-02\t14:05\tIt is full\tOPS-1\n03/03/2026\t00:05\tIt is not\thttps://a.example/1'
    expect(read(tabs, berlin).events).toMatchObject([
      { at: '2026-03-02T13:05:00Z', event: 'It is full (OPS-1)', link: null, saysZone: false },
      { at: '2026-03-02T23:05:00Z', event: 'It is not', link: 'https://a.example/1' },
    ])
  })

  it('[IMPORT3] may be drawn as Markdown', () => {
    const drawn =
      '| Time | Event | Actor |\n|:-----|-------|-------|\n| 14:05 | It is "full | ana |\n| 14:06 | It is not | |'
    expect(told(read(drawn))).toEqual([
      ['2026-03-02T14:05:00Z', 'ana', 'It is "full'],
      ['2026-03-02T14:06:00Z', '', 'It is not'],
    ])
  })

  it('[IMPORT3] hands back the rows that cannot be read, by the lines they stand on', () => {
    const csv = 'time,event\n14:05,\nsoon,It is full\n25:00,It is full\n14:06,"It is\nopen'
    expect(read(csv).unread.map(({ line, until, reason }) => [line, until, reason])).toEqual([
      [2, 2, 'no-text'],
      [3, 3, 'no-time'],
      [4, 4, 'no-such-time'],
      [5, 6, 'open-quote'],
    ])
  })
})

describe('JSON', () => {
  it.each([
    ['a list', [{ time: '2026-03-02T14:05:00Z', message: 'It is full', user: 'ana' }]],
    [
      'a list within',
      { meta: { page: 1 }, data: { events: [{ timestamp: 1772460300, text: 'It is full', who: 'ana' }] } },
    ],
    [
      'a search',
      {
        hits: {
          hits: [
            { _source: { '@timestamp': '2026-03-02T14:05:00.000Z', message: 'It is full', host: { name: 'ana' } } },
          ],
        },
      },
    ],
    [
      'a chat',
      [
        {
          type: 'message',
          user: 'U1',
          ts: '1772460300.000200',
          text: 'It is full',
          user_profile: { real_name: 'ana' },
        },
      ],
    ],
    [
      'a pager',
      {
        log_entries: [
          {
            type: 'trigger_log_entry',
            created_at: '2026-03-02T14:05:00Z',
            summary: 'It is full',
            agent: { summary: 'ana' },
          },
        ],
      },
    ],
  ])('[IMPORT4] is read by usual keys: %s', (_, value) => {
    expect(told(read(JSON.stringify(value)))).toEqual([['2026-03-02T14:05:00Z', 'ana', 'It is full']])
  })

  it('[IMPORT4] of Alertmanager tells when an alert fired and when it was resolved', () => {
    const alert = {
      status: 'resolved',
      labels: { alertname: 'DiskFull' },
      startsAt: '2026-03-02T14:05:00Z',
      endsAt: '2026-03-02T14:06:00Z',
    }
    expect(told(read(JSON.stringify({ version: '4', alerts: [alert] })))).toEqual([
      ['2026-03-02T14:05:00Z', 'Alertmanager', 'DiskFull fires'],
      ['2026-03-02T14:06:00Z', 'Alertmanager', 'DiskFull is resolved'],
    ])
  })

  it('[IMPORT4] hands back entries that are no events, by their number', () => {
    const list = [{ time: '14:05', event: 'It is full' }, 'x', { event: 'It is full' }, { time: '14:05', event: '' }]
    expect(read(JSON.stringify(list)).unread.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'no-object'],
      [3, 'no-time'],
      [4, 'no-text'],
    ])
  })

  it('[IMPORT4] that is broken is told by its line', () => {
    expect(
      read('[\n  {"time": "14:05", "event": "It is full"},\n  {"time": "14:06" "event": "x"}\n]').unread,
    ).toMatchObject([{ line: 3, reason: 'not-json' }])
    expect(read('{"time": "14:05",\n').unread).toMatchObject([{ reason: 'not-json' }])
  })
})

const instant = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) }).map(instantOf)
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc
    .array(fc.constantFrom('=1+1', '"', ',', ';', '\n', '|', 'alert: ', '14:05 ', '@ana', "'", '—', '\t'), {
      maxLength: 6,
    })
    .map((parts) => parts.join('')),
)
const anEvent: fc.Arbitrary<TimelineEvent> = fc
  .record({
    ...{ id: fc.uuid(), at: instant, event: words, actor: words.map((text) => text.slice(0, 200)), action: words },
    marking: fc.constantFrom('observation', 'action', ...milestones.map(({ id }) => id)),
    link: fc.option(fc.constantFrom('https://a.example/1?b=c,d', 'http://localhost:3000/"x"')),
  })
  .map(({ marking, ...event }) => {
    const milestone = milestones.find(({ id }) => id === marking)?.id ?? null
    return {
      ...event,
      milestone,
      kind: milestone === null && marking === 'action' ? 'action' : milestone ? 'milestone' : 'observation',
    }
  })
const clean = (text: string) => plainLines(text).join('\n').trim()
const plain = ({ at, event, actor, action, kind, milestone, link }: TimelineEvent) => ({
  at,
  event,
  actor,
  action,
  kind,
  milestone,
  link,
})

describe('a timeline that is handed out', () => {
  it('[IMPORT5] as a table reads back as it was', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { minLength: 1, maxLength: 20 }), (events) => {
        const there = events.map((each) => ({
          ...each,
          event: clean(each.event) || 'It',
          actor: clean(each.actor),
          action: clean(each.action),
        }))
        const again = read(timelineCsv(there))
        expect(again.unread).toEqual([])
        const inOrder = (list: readonly object[]) => list.map((each) => JSON.stringify(each)).sort()
        expect(inOrder(again.events.map((each) => plain({ id: '', ...each })))).toEqual(inOrder(there.map(plain)))
      }),
    )
  })

  it('[IMPORT5] as JSON reads back as it was', () => {
    fc.assert(
      fc.property(fc.array(anEvent, { minLength: 1, maxLength: 20 }), fc.boolean(), (events, isWhole) => {
        const there = events.map((each) => ({
          ...each,
          event: each.event.trim() || 'It',
          actor: each.actor.trim(),
          action: each.action.trim(),
        }))
        const again = read(
          JSON.stringify(isWhole ? { format: 'hindsight-board', notes: [{ text: 'x' }], timeline: there } : there),
        )
        expect(again.events.map((each) => plain({ id: '', ...each }))).toEqual(there.map((each) => plain(each)))
      }),
    )
  })
})

describe('whatever is brought', () => {
  const piece = fc.constantFrom(
    ...[
      'time,event\n',
      '14:05',
      '2026-03-02',
      ',',
      '"',
      '\n',
      '{',
      '}',
      '[',
      ']',
      ':',
      '"time"',
      '"event"',
      '| ',
      '|---|',
      'Mar  2 ',
    ],
    ...[
      '<34>1 ',
      'ts=1772460301 ',
      'msg="',
      '1772460301 ',
      'ana',
      '\r\n',
      '\r',
      '\ufeff',
      ' ',
      'Time;Event;Who',
      'E0302 ',
    ],
  )
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
  )

  it('[IMPORT1] throws nothing and loses no line', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const imported = read(text, berlin)
        const isByLine = imported.form === 'lines' || imported.form === 'table' || imported.form === 'json-lines'
        expect(isByLine ? linesTaken(imported, text) : []).toEqual(isByLine ? filledLines(text) : [])
      }),
      { numRuns: 1000 },
    )
  })

  it('[IMPORT1] of JSON loses no entry', () => {
    const key = fc.constantFrom('time', 'ts', 'event', 'message', 'actor', 'user', 'kind', 'link', 'labels', 'x')
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom('14:05', '2026-03-02T14:05:00Z', 1772460300, 'It is full'))
    const entry = fc.oneof(fc.dictionary(key, value), fc.jsonValue())
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), (entries) => {
        const { events, unread, form } = read(JSON.stringify(entries, null, 1), berlin)
        expect([form, events.length + unread.length]).toEqual(['json', entries.length])
      }),
    )
  })
})

function linesTaken(imported: ReturnType<typeof readTimeline>, text: string): readonly number[] {
  const { events, unread, days, headings } = imported
  const filled = new Set(filledLines(text))
  const alone = [...days.map(({ line }) => line), ...headings].map((line) => ({ line, until: line }))
  return [...events, ...unread, ...alone]
    .flatMap(({ line, until }) => Array.from({ length: until - line + 1 }, (_, index) => line + index))
    .filter((line) => filled.has(line))
    .sort((a, b) => a - b)
}

function filledLines(text: string): readonly number[] {
  const lines = text.replace(/^\ufeff+/u, '').split(/\r\n|\r|\n/)
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]))
}

describe('an event that is told already', () => {
  it('[IMPORT6] is known by its minute and its words', () => {
    const at = (time: string) => `2026-03-02T${time}Z`
    const told = [{ at: at('14:05:30'), event: 'Alerts fire!' }]
    const events = [
      { at: at('14:05:00'), event: 'alerts  fire' },
      { at: at('14:06:00'), event: 'Alerts fire' },
      { at: at('14:06:10'), event: 'alerts fire.' },
      { at: at('14:05:00'), event: 'Alerts stop' },
    ]
    expect([...toldBefore(events, told)]).toEqual([events[0], events[2]])
  })
})
