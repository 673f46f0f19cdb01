import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf } from '../../shared/incident/moment.ts'
import type { TimelineEvent } from '../../shared/incident/record.ts'
import { toldBefore } from '../../shared/incident/same-event.ts'
import { milestones } from '../../shared/incident/timeline.ts'
import { plainLines } from '../../shared/report/prose.ts'
import { timelineCsv } from '../../shared/report/timeline-csv.ts'
import { berlin, filledLines, linesTaken, read } from './brought.ts'

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
