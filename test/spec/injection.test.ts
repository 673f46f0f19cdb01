import { parse } from 'csv-parse/sync'
import * as fc from 'fast-check'
import ICAL from 'ical.js'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, it } from 'vitest'
import { reportFormats } from '../../shared/api/paths.ts'
import { oneLine } from '../../shared/report/prose.ts'
import { renderReport } from '../../shared/report/render.ts'
import { everyField, type Fill, fieldsOfWords, isProse } from '../support/every-field.ts'
import { addresses, harmless, payloads, pieces } from '../support/payloads.ts'
import { skeletonOf, spaced } from '../support/skeleton.ts'

const context = { boardId: 'board-1', now: Date.UTC(2026, 2, 2), boardUrl: 'https://hindsight.example/b/board-1' }
const marks = fieldsOfWords()

type Format = (typeof reportFormats)[number]

const rendered = (format: Format, fill: Fill) => renderReport(format, everyField(fill), context)

const pages: Readonly<Record<'html' | 'md', (text: string) => string>> = {
  html: (text) => text,
  md: (text) =>
    micromark(text, {
      extensions: [gfm()],
      htmlExtensions: [gfmHtml()],
      allowDangerousHtml: true,
      allowDangerousProtocol: true,
    }),
}

const attacks = Object.entries(payloads)
const wordsIn = (format: 'html' | 'md', fill: Fill) =>
  skeletonOf(pages[format](unlinked(rendered(format, fill).body))).words
const asIs: Fill = (mark) => mark
const plainWords = { html: wordsIn('html', asIs), md: wordsIn('md', asIs) }

describe('words in an export', () => {
  it('[INJECT1] are of every field that takes any', () => {
    expect(marks.length).toBeGreaterThan(60)
    expect(new Set(marks).size).toBe(marks.length)
  })

  describe.each(['html', 'md'] as const)('as %s', (format) => {
    it.each(attacks)(
      '[INJECT1] make nothing of their own and are shown as they were typed, were they %s',
      (_, payload) => {
        const wording = ofWordsAlone(payload)
        const hostile = skeletonOf(pages[format](rendered(format, wording).body))
        const plain = skeletonOf(pages[format](rendered(format, (mark) => harmless(wording(mark), mark)).body))
        expect(hostile.shape).toEqual(plain.shape)
        expect(hostile.links.filter((link) => !/^(#|https:\/\/(links|hindsight)\.example\/)/.test(link))).toEqual([])

        const words = wordsIn(format, wording)
        const times = (text: string, part: string) => letters(text).split(letters(part)).length - 1
        const wanted = marks.filter((mark) => plainWords[format].includes(mark))
        expect(wanted.length).toBeGreaterThan(30)
        const missing = wanted.filter((mark) => times(words, visible(wording(mark))) < times(plainWords[format], mark))
        expect(missing).toEqual([])
      },
    )

    it('[INJECT1] make nothing of their own, whatever they are put together of', () => {
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), (parts) => {
          const wording = ofWordsAlone((mark) => parts.join('') + mark)
          const hostile = skeletonOf(pages[format](rendered(format, wording).body))
          const plain = skeletonOf(pages[format](rendered(format, (mark) => harmless(wording(mark), mark)).body))
          expect(hostile.shape).toEqual(plain.shape)
        }),
        { numRuns: 12, examples: [[['*', '\t']]] },
      )
    })
  })

  it.each(addresses)('[INJECT7] lead to web addresses alone, as they are: %j', (address) => {
    const render = (format: Format) =>
      renderReport(
        format,
        everyField(
          (mark) => mark,
          () => address,
        ),
        context,
      ).body
    for (const format of ['html', 'md'] as const) {
      const { shape, links } = skeletonOf(pages[format](render(format)))
      const ours = (link: string) => /^(#|https:\/\/hindsight\.example\/)/.test(link)
      const safe = (link: string) => /^https?:\/\/links\.example/i.test(link)
      expect(links.filter((link) => !ours(link) && !safe(link))).toEqual([])
      expect(shape.filter((element) => /script|^\.*img\b|svg onload| on\w+=/.test(element))).toEqual([])
      const anchors = shape.filter((element) => /^\.*a( |$)/.test(element))
      expect(anchors.filter((element) => !/a href( rel=noreferrer nofollow)?$/.test(element))).toEqual([])
    }
    const rows: string[][] = parse(render('csv'))
    expect(rows.flat().filter(isRun)).toEqual([])
    const outline = (body: string) => outlineOf(new ICAL.Component(ICAL.parse(body)))
    expect(outline(render('ics'))).toEqual(outline(rendered('ics', (mark) => mark).body))
  })

  it.each(attacks)(
    '[INJECT2] stay in their cell of a table, and are run by no spreadsheet, were they %s',
    (_what, payload) => {
      const { body } = rendered('csv', payload)
      const rows: string[][] = parse(body)
      const plain: string[][] = parse(rendered('csv', (mark) => mark).body)
      expect(rows.map((row) => row.length)).toEqual(plain.map((row) => row.length))
      const words = rows.flat().map((cell) => spaced(cell).replaceAll("'", ''))
      for (const mark of plain.flat().filter((cell) => cell.startsWith('MARK'))) {
        expect(words).toContain(spaced(visible(payload(mark))).replaceAll("'", ''))
      }
      expect(rows.flat().filter(isRun)).toEqual([])
    },
  )

  it.each(attacks)(
    '[INJECT2] are run by no spreadsheet that parts cells at other signs and knows no quotes, were they %s',
    (_what, payload) => {
      const { body } = rendered('csv', payload)
      const cells = [';', '\t'].flatMap((sign) => body.split(/\r\n|\n|\r/u).flatMap((line) => line.split(sign)))
      expect(cells.map((cell) => cell.replace(/^["\s]+/u, '')).filter(isRun)).toEqual([])
    },
  )

  it.each(attacks)('[INJECT3] make no event and no property of a calendar, were they %s', (_what, payload) => {
    const read = (fill: Fill) => new ICAL.Component(ICAL.parse(rendered('ics', fill).body))
    const [hostile, plain] = [read(payload), read((mark) => mark)]
    expect(outlineOf(hostile)).toEqual(outlineOf(plain))
    const [event] = hostile.getAllSubcomponents('vevent')
    expect(spaced(`${event?.getFirstPropertyValue('summary')}`)).toContain(visible(payload('MARKactions0title0')))
    // What a property of no standard takes back is left as it stands on its line.
    const name = `${hostile.getFirstPropertyValue('x-wr-calname')}`.replace(/\\([\\;,])/gu, '$1')
    expect(spaced(name)).toBe(visible(payload('MARKsession0title0')))
  })

  it.each(attacks)('[INJECT4] come back as they were out of JSON, were they %s', (_what, payload) => {
    const board = everyField(payload)
    const read = JSON.parse(rendered('json', payload).body)
    expect(read).toMatchObject({ incident: board.incident, notes: board.notes, session: board.session })
    expect(Object.getPrototypeOf(read.notes[0])).toBe(Object.prototype)
  })

  it.each(attacks)('[INJECT5] leave the name of a file plain, were they %s', (_what, payload) => {
    for (const format of reportFormats) {
      expect(rendered(format, payload).filename).toMatch(new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*\\.${format}$`))
    }
  })
})

/** In every field but the texts of the record, whose light Markdown INJECT10 is about. */
function ofWordsAlone(payload: Fill): Fill {
  return (mark) => (isProse(mark) ? mark : payload(mark))
}

/** Without the other ends of links, which are told by their first words: in full they stand elsewhere. */
function unlinked(report: string): string {
  return report.replace(/Linked to: .*?(?=<\/small>|\*$| \|| \*\(|$)/gmu, '')
}

/** What of some words can be seen, on one line. */
function visible(text: string): string {
  return spaced(oneLine(text))
}

/** Without what parts the lines of a text: some exports put a semicolon there. */
function letters(text: string): string {
  return text.replace(/[\s;]/gu, '')
}

/** Whether a spreadsheet would take a cell for something to work out. */
function isRun(cell: string): boolean {
  return /^\s*[=+\-@＝＋－＠]/u.test(cell)
}

function outlineOf(component: ICAL.Component): unknown {
  return {
    name: component.name,
    properties: component.getAllProperties().map(({ name }) => name),
    parts: component.getAllSubcomponents().map(outlineOf),
  }
}
