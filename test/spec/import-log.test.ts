import { describe, expect, it } from 'vitest'
import { berlin, read, told } from './brought.ts'

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
