import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWebLink } from '../../shared/incident/web-link.ts'
import { filledLines, linesTaken } from './brought.ts'
import { berlin, read, times, utc } from './said-lines.ts'

describe('lines of a timeline', () => {
  it('[TIME4] become events', () => {
    const pasted = `14:05 Alerts fire
- 14:06:30 – Ana acknowledges

* [14:10] the rule is switched off
2026-03-02T14:20:00Z recovered
9:05 an hour with one digit`
    const plain = { actor: '', action: '', kind: 'observation', milestone: null, link: null }
    expect(read(pasted)).toEqual({
      events: [
        { ...plain, at: '2026-03-02T14:05:00Z', event: 'Alerts fire', line: 1, until: 1, saysZone: false },
        { ...plain, at: '2026-03-02T14:06:30Z', event: 'Ana acknowledges', line: 2, until: 2, saysZone: false },
        { ...plain, at: '2026-03-02T14:10:00Z', event: 'the rule is switched off', line: 4, until: 4, saysZone: false },
        { ...plain, at: '2026-03-02T14:20:00Z', event: 'recovered', line: 5, until: 5, saysZone: true },
        { ...plain, at: '2026-03-02T09:05:00Z', event: 'an hour with one digit', line: 6, until: 6, saysZone: false },
      ],
      unread: [],
      days: [],
    })
  })

  it.each([
    ['2026-03-02 14:05 text'],
    ['2026-03-02T14:05:00 text'],
    ['2026/3/2 14:05 text'],
    ['2.3.2026 14:05 text'],
    ['2 March 2026, 14:05 text'],
    ['Mon, 2 Mar 2026 14:05:00 text'],
    ['March 2nd, 2026 at 2:05 PM text'],
    ['Mar 2 14:05 text'],
    ['today 2:05pm text'],
    ['[3/2/26, 2:05:00 PM] text'],
  ])('[TIME4] say their day in many ways: %s', (line) => {
    expect(times(line, { ...utc, date: line.startsWith('today') ? '2026-03-02' : '2026-03-20' })).toEqual([
      '2026-03-02T14:05:00Z',
    ])
  })

  it('[TIME4] put the day or the month first as the text shows', () => {
    expect(times('02/03/2026 14:05 a\n13/03/2026 14:05 b')).toEqual(['2026-03-02T14:05:00Z', '2026-03-13T14:05:00Z'])
    expect(times('02/03/2026 14:05 a\n02/13/2026 14:05 b')).toEqual(['2026-02-03T14:05:00Z', '2026-02-13T14:05:00Z'])
    expect(times('02/03/2026 14:05 a', { ...utc, dayFirst: false })).toEqual(['2026-02-03T14:05:00Z'])
  })

  it('[TIME4] are read in the zone given, unless they say another', () => {
    const pasted = `15:05 local
14:05 UTC alerts
14:06Z deploys
2026-03-02T19:35:00+05:30 rollback
15:05 CET ours
9:05 EST theirs
14:05 GMT+0 nobody's`
    expect(new Set(times(pasted, berlin))).toEqual(new Set(['2026-03-02T14:05:00Z', '2026-03-02T14:06:00Z']))
    expect(read('14:05 ALERT fires').events).toMatchObject([{ event: 'ALERT fires', saysZone: false }])
  })

  it('[TIME4] go through a change of clocks', () => {
    expect(times('01:30 a\n03:30 b', { date: '2026-03-29', zone: 'Europe/Berlin' })).toEqual([
      '2026-03-29T00:30:00Z',
      '2026-03-29T01:30:00Z',
    ])
  })

  it('[TIME4] are of the second of two hours that clocks show alike, once that is later than the line above', () => {
    const log = '01:50 a\n02:40:10 b\n02:10 c\n02:10:00.5 d\n02:40 e\n03:10 f'
    const back = { date: '2026-10-25', zone: 'Europe/Berlin' }
    expect(times(log, back).map((at) => at.slice(11))).toEqual([
      '23:50:00Z',
      '00:40:10Z',
      '01:10:00Z',
      '01:10:00.500Z',
      '01:40:00Z',
      '02:10:00Z',
    ])
    expect(times('2026-10-25 02:40 a\n2026-10-25 02:10 b', back)).toEqual([
      '2026-10-25T00:40:00Z',
      '2026-10-25T01:10:00Z',
    ])
    expect(times('14:40 a\n14:10 b', back)).toEqual(['2026-10-25T13:40:00Z', '2026-10-25T13:10:00Z'])
  })

  it('[TIME4] go on after midnight, and after a day written out', () => {
    const pasted = '23:50 alerts\n00:10 rollback\n00:05 a little out of order\n2026-03-09 08:00 review\n09:00 report'
    expect(times(pasted)).toEqual([
      '2026-03-02T23:50:00Z',
      '2026-03-03T00:10:00Z',
      '2026-03-03T00:05:00Z',
      '2026-03-09T08:00:00Z',
      '2026-03-09T09:00:00Z',
    ])
    expect(times('## Wednesday, March 4th\n14:05 a\n-- 2026-03-05 --\n09:00 b')).toEqual([
      '2026-03-04T14:05:00Z',
      '2026-03-05T09:00:00Z',
    ])
  })

  it('[TIME4] count days from the first one', () => {
    expect(times('14:05 alerts\n+1d 09:00 call\n+2d 9 AM review\n-1d 18:00 deploy')).toEqual([
      '2026-03-02T14:05:00Z',
      '2026-03-03T09:00:00Z',
      '2026-03-04T09:00:00Z',
      '2026-03-01T18:00:00Z',
    ])
    const second = { ...utc, incidentDate: '2026-03-01' }
    expect(times('14:05 a\n+2d 09:00 review', second)).toEqual(['2026-03-02T14:05:00Z', '2026-03-03T09:00:00Z'])
    expect(times('Jan 1 00:10 a', { ...utc, date: '2025-12-31' })).toEqual(['2026-01-01T00:10:00Z'])
  })

  it('[TIME4] that cannot be read are handed back with the reason', () => {
    const pasted = `Timeline:\n25:00 odd\n14:05\n2026-02-30 10:00 no such day\n14:05 ${'long '.repeat(500)}`
    expect(read(pasted).unread.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'no-time'],
      [2, 'no-such-time'],
      [3, 'no-text'],
      [4, 'no-such-time'],
      [5, 'too-long'],
    ])
  })

  it('[TIME4] are all accounted for, whatever they hold', () => {
    const piece = fc.constantFrom(
      ...['14:05', '2:05 PM', '[14:05]', '25:61', '2026-03-02', '3/2', '+2d', 'Today', 'ana', 'Ana Oyelaran', '  '],
      ...[
        ': ',
        '<ana> ',
        '@ana ',
        ' | ',
        '— ',
        '#detected',
        'Detected: ',
        'https://a.example/x',
        'CEST',
        'alert fired',
      ],
    )
    const anyLine = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(' ')),
      fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(fc.array(anyLine), fc.constantFrom(undefined, true, false), (lines, joins) => {
        const text = lines.join('\n')
        expect(linesTaken(read(text, { ...berlin, joins, known: ['ana'] }), text)).toEqual(filledLines(text))
      }),
      { numRuns: 500 },
    )
  })
})

describe('what an event is', () => {
  it('[TIME10] stands before a colon or behind a hash', () => {
    const lines = `14:05 Detected: p99 over 2 s
14:06 mitigation started: rollback
14:07 all is well again #restored
14:08 ana: rolls back #action
14:09 detection could be faster
14:10 see #general`
    expect(read(lines).events.map(({ kind, milestone, event }) => [kind, milestone, event])).toEqual([
      ['milestone', 'detected', 'p99 over 2 s'],
      ['milestone', 'mitigation-started', 'rollback'],
      ['milestone', 'restored', 'all is well again'],
      ['action', null, 'rolls back'],
      ['observation', null, 'detection could be faster'],
      ['observation', null, 'see #general'],
    ])
  })

  it('[TIME10] leads past the end of a sentence and the bracket around an address', () => {
    const lines = `14:05 rolled back, see https://a.example/1.
14:06 alert fired (see https://a.example/2)
14:07 [posted: https://a.example/3].
14:08 it is in https://a.example/wiki/Deploy_(web)`
    expect(read(lines).events.map(({ event, link }) => [event, link])).toEqual([
      ['rolled back, see', 'https://a.example/1'],
      ['alert fired (see https://a.example/2)', 'https://a.example/2'],
      ['[posted: https://a.example/3].', 'https://a.example/3'],
      ['it is in', 'https://a.example/wiki/Deploy_(web)'],
    ])
  })

  it('[TIME10] leads where the address at its end leads', () => {
    expect(
      read('14:05 alert fired https://grafana.example.org/d/1?from=now\n14:06 https://a.example').events,
    ).toMatchObject([
      { event: 'alert fired', link: 'https://grafana.example.org/d/1?from=now' },
      { event: 'https://a.example', link: null },
    ])
    const host = fc.stringMatching(/^[a-z0-9.\-_[\]@:]{1,20}$/)
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), host), fc.string(), (a, b) => {
        for (const link of [a, `https://${a}`, `http://${a}/${b}`])
          expect(!isWebLink(link) || URL.canParse(link)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
