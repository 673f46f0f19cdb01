import { describe, expect, it } from 'vitest'
import { berlin, read, told } from './brought.ts'

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
