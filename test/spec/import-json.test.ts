import { describe, expect, it } from 'vitest'
import { read, told } from './brought.ts'

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
