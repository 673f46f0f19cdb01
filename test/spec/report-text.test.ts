import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvField, fromCsvField } from '../../shared/report/csv.ts'
import { reportStyle } from '../../shared/report/html-style.ts'
import { htmlProse, htmlText } from '../../shared/report/html-text.ts'
import { markdownItem, markdownLine, markdownLink, markdownProse } from '../../shared/report/markdown-text.ts'
import { oneLine, proseBlocks } from '../../shared/report/prose.ts'
import { renderReport } from '../../shared/report/render.ts'
import type { AgendaItem } from '../../shared/review/session.ts'
import { reviewedBoard } from './reviewed-board.ts'

/** Words with the signs that some format reads as its own, far more often than chance would have them. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '\n',
          '\r',
          '\r\n',
          '\t',
          ' ',
          '\u2028',
          '\u0000',
          '\u202e',
          '|',
          '\\',
          '`',
          '```',
          '*',
          '_',
          '[',
          ']',
          '(',
        ],
        ...[
          ')',
          '<',
          '>',
          '&',
          '&amp;',
          '&#x3c;',
          '#',
          '-',
          '\n- ',
          '\n* ',
          '--',
          '+',
          '=',
          '@',
          '1.',
          '2)',
          '~~',
          '!',
          ':',
          ';',
          ',',
        ],
        ...['"', "'", '<script>', '</style>', '](javascript:alert(1))', 'BEGIN:VEVENT', 'deploys', 'max_conns', 'é'],
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

/** What a Markdown reader shows of escaped inline text. */
function shownOf(markdown: string): string {
  return markdown
    .replace(/<(https?:[^>]*)>/giu, '$1')
    .replace(/\\([\\`*_[\]~&#>+=|:.)-])/gu, '$1')
    .replaceAll('&lt;', '<')
}

/** What is left of Markdown once everything escaped is gone: all that could still be markup. */
function liveIn(markdown: string): string {
  return markdown.replace(/<https?:[^>]*>/giu, 'é').replace(/\\[\\`*_[\]~&#>+=|:.)-]/gu, 'é')
}

describe('words in a report', () => {
  it('[REPORT6] are paragraphs and lists, and nothing else', () => {
    expect(proseBlocks('We saw:\n- alerts\n* deploys\n• x\n\n# not a heading\nsecond line\n\n\n')).toEqual([
      { kind: 'paragraph', lines: ['We saw:'] },
      { kind: 'list', items: ['alerts', 'deploys', 'x'] },
      { kind: 'paragraph', lines: ['# not a heading', 'second line'] },
    ])
  })

  it('[REPORT6] keep everything that can be seen', () => {
    fc.assert(
      fc.property(words, (text) => {
        const kept = proseBlocks(text).flatMap((block) => (block.kind === 'list' ? block.items : block.lines))
        const visible = (line: string) => line.replace(/[-*•\s]/gu, '')
        expect(visible(kept.join(''))).toBe(visible(oneLine(text)))
      }),
    )
  })

  it('[REPORT7] are shown by Markdown as they were typed, and do nothing', () => {
    fc.assert(
      fc.property(words, (text) => {
        const line = markdownLine(text)
        expect(shownOf(line)).toBe(oneLine(text))
        expect(liveIn(line)).not.toMatch(
          /[\n\r`*[\]~<|]|(^|[^\p{L}\p{N}])_|_($|[^\p{L}\p{N}])|&#?\w+;(?<!&lt;)|^([#>+=-]|\d+[.)])/u,
        )
      }),
    )
  })

  it('[REPORT7] are no entity after an ampersand of their own', () => {
    expect(shownOf(markdownLine('&&amp;'))).toBe('&&amp;')
  })

  it('[REPORT7] stay inside of their Markdown item and paragraph', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(
          markdownItem(text)
            .split('\n')
            .slice(1)
            .filter((line) => !line.startsWith('  ')),
        ).toEqual([])
        const lines = liveIn(markdownProse(text)).split('\n')
        expect(lines.filter((line) => /^([#>+=]|\d+[.)]|-(?! ))/u.test(line))).toEqual([])
      }),
    )
  })

  it.each([
    ['max_conns of my_service was 10', 'max_conns of my_service was 10'],
    ['**bold** _it_ `code`', '\\*\\*bold\\*\\* \\_it\\_ \\`code\\`'],
    ['[here](javascript:alert(1))', '\\[here\\](javascript:alert(1))'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
    ['# deploys', '\\# deploys'],
    ['1. alerts', '1\\. alerts'],
    ['AT&T &amp; R&D', 'AT&T \\&amp; R&D'],
    [
      'see https://wiki.example/_deploys_/a|b, or www.wiki.example',
      'see <https://wiki.example/_deploys_/a>\\|b, or www\\.wiki.example',
    ],
    ['https://wiki.example/?q=1&copy=*x*.', '<https://wiki.example/?q=1&copy=*x>\\*.'],
    ['http:// or https://', 'http\\:// or https\\://'],
  ])('[REPORT7] escape no more than they need: %s', (typed, markdown) => {
    expect(markdownLine(typed)).toBe(markdown)
  })

  it('[REPORT7] link to web addresses only', () => {
    expect([
      markdownLink('ticket', 'https://tracker.example/1|2'),
      markdownLink('ticket', 'javascript:alert(1)'),
      markdownLink('ticket', 'https://a.example/>) <img>'),
    ]).toEqual(['[ticket](<https://tracker.example/1%7C2>)', 'ticket', 'ticket'])
  })

  it('[REPORT8] are text in HTML, wherever they stand', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(htmlText(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/u)
        expect(htmlProse(text).replace(/<\/?(p|ul|li)>|<br>/gu, '')).not.toMatch(/[<>"']/u)
      }),
    )
  })

  it('[REPORT8] come in a page of one style and no script', async () => {
    const { body } = renderReport('html', await reviewedBoard(), { boardId: 'board-1', now: 0 })
    expect(body.match(/<(style|script|link|img|iframe)\b/gu)).toEqual(['<style'])
    expect(body).toContain(`<style>${reportStyle}</style>`)
    expect(body).not.toMatch(/\sstyle=|\son\w+=/u)
  })

  it('[REPORT9] come back out of CSV, and no spreadsheet runs them', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (texts) => {
        const fields = fieldsOf(texts.map(csvField).join(','))
        expect(fields).toHaveLength(texts.length)
        expect(fields.filter((field) => /^\s*[=+\-@＝＋－＠\t\r]/u.test(field))).toEqual([])
        expect(fields.map((field) => oneLine(fromCsvField(field)))).toEqual(texts.map(oneLine))
      }),
    )
  })

  it('[REPORT10] make no line of a calendar, and lines stay short', async () => {
    const board = await reviewedBoard()
    const plain = propertiesOf(board)
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        const actions = board.actions.map((action) => ({ ...action, title: text, owner: text, verification: text }))
        const checkIns = board.checkIns.map((checkIn) => ({ ...checkIn, what: text }))
        const session = { ...board.session, title: text }
        expect(propertiesOf({ ...board, actions, checkIns, session })).toEqual(plain)
      }),
    )
  })
})

describe('the calendar', () => {
  it('[REPORT40] holds the end of each phase that has a date', async () => {
    const board = await reviewedBoard()
    const endsAt = Date.UTC(2030, 2, 12, 17)
    const reflect: AgendaItem = { id: 'p1', kind: 'reflect', title: 'Reflect', minutes: null, endsAt }
    const session = { ...board.session, agenda: [reflect, { ...reflect, id: 'p2', endsAt: undefined }] }
    const { body } = renderReport('ics', { ...board, session }, { boardId: 'board-1', now: 0 })
    const ends = body.split('BEGIN:VEVENT').filter((event) => event.includes('SUMMARY:Reflect ends'))
    expect(ends).toHaveLength(1)
    expect(ends[0]).toContain('UID:phase-p1.board-1@hindsight')
    expect(ends[0]).toContain('DTSTART:20300312T170000Z')
  })

  it('[REPORT56] calls an action done once it is proven, no sooner', async () => {
    const board = await reviewedBoard()
    const called = (proof: object) => {
      const actions = board.actions.slice(0, 1).map((each) => ({ ...each, ...proof }))
      const { body } = renderReport('ics', { ...board, actions }, { boardId: 'b', now: 0 })
      return body.match(/SUMMARY:(Due|To be proven|Done): /u)?.[1]
    }
    const complete = { status: 'complete', verification: 'A drill' }
    expect([{}, { ...complete, evidence: '' }, { ...complete, evidence: 'It held.' }].map(called)).toEqual([
      ...['Due', 'To be proven', 'Done'],
    ])
  })

  it('[REPORT50] holds the day on which the document is read again', async () => {
    const board = await reviewedBoard()
    const incident = { ...board.incident, nextReview: '2019-10-24' }
    const { body } = renderReport('ics', { ...board, incident }, { boardId: 'b', now: 0 })
    expect(body).toMatch(/DTSTART;VALUE=DATE:20191024\r\n[\s\S]*?SUMMARY:Read again: Short network cut/)
  })
})

/** The names of the lines of a calendar, unfolded; NAME is left out where there is none. */
function propertiesOf(board: Awaited<ReturnType<typeof reviewedBoard>>): readonly string[] {
  const { body } = renderReport('ics', board, { boardId: 'board-1', now: 0 })
  const lines = body.split('\r\n')
  expect(lines.filter((line) => /[\n\r]/u.test(line) || new TextEncoder().encode(line).length > 75)).toEqual([])
  return lines
    .join('\n')
    .replaceAll('\n ', '')
    .split('\n')
    .map((line) => line.split(/[:;]/u)[0] ?? '')
    .filter((name) => name !== 'NAME' && name !== 'X-WR-CALNAME')
}

/** The fields of one record of RFC 4180. */
function fieldsOf(record: string): readonly string[] {
  return [...`,${record}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/gu)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  )
}
