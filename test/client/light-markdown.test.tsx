import * as fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LightMarkdown } from '../../client/session/LightMarkdown.tsx'
import { htmlLight } from '../../shared/report/html-light.ts'
import { htmlProse } from '../../shared/report/html-text.ts'
import { lightMarkdown } from '../../shared/report/light-markdown.ts'
import { markdownLight } from '../../shared/report/markdown-light.ts'
import { markdownProse } from '../../shared/report/markdown-text.ts'
import { plainLine } from '../../shared/report/plain-line.ts'
import { renderReport } from '../../shared/report/render.ts'
import { everyField, type Fill, fieldsOfWords, isProse } from '../support/every-field.ts'
import { markups, payloads, pieces } from '../support/payloads.ts'
import { spaced } from '../support/skeleton.ts'

const board = (text: string) => renderToStaticMarkup(<LightMarkdown blocks={lightMarkdown(text)} />)
const read = (markdown: string) =>
  micromark(markdown, {
    ...{ extensions: [gfm()], htmlExtensions: [gfmHtml()] },
    ...{ allowDangerousHtml: true, allowDangerousProtocol: true },
  })

const samples = [...Object.entries(payloads), ...Object.entries(markups)]
const context = { boardId: 'board-1', now: Date.UTC(2026, 2, 2), boardUrl: 'https://hindsight.example/b/board-1' }
const parser = new new JSDOM().window.DOMParser()

const prose = fieldsOfWords().filter(isProse)

/** All samples, in as many reports as have room for them: another one in each text of the record. */
function inPages(all: typeof samples): readonly (readonly [string, Fill])[] {
  const pages = Array.from({ length: Math.ceil(all.length / prose.length) }, (_, at) =>
    all.slice(at * prose.length, (at + 1) * prose.length),
  )
  return pages.map((page) => [
    page.map(([what]) => what).join(', '),
    (mark) => page[prose.indexOf(mark) % page.length]![1](mark),
  ])
}

function pageOf(format: 'html' | 'md', fill: Fill): Document {
  const { body } = renderReport(
    format,
    everyField((mark) => (isProse(mark) ? fill(mark) : mark)),
    context,
  )
  return parser.parseFromString(format === 'md' ? read(body) : body, 'text/html')
}

const asIs: Fill = (mark) => mark
const plainPages = { html: pageOf('html', asIs), md: pageOf('md', asIs) }

/** A text that holds all that is light. */
const light = `We saw **stale** pages in *two* regions, \`max_conns\` at 10:
since noon.

- on \`web-1\`
  1. first
- [the graph](https://graphs.example/lag)

> Nobody was paged.

\`\`\`
SHOW max_conns
\`\`\``

describe('a text of the record', () => {
  it('[REPORT53] reads in the report as it does on the board', () => {
    const drawn = alike(htmlLight(light))
    expect(drawn).toBe(
      '<p>We saw<strong>stale</strong>pages in<em>two</em>regions,<code>max_conns</code>at 10:<br>since noon.</p>' +
        '<ul><li>on<code>web-1</code><ol><li>first</li></ol></li>' +
        '<li><a href="https://graphs.example/lag">the graph</a>(graphs.example)</li></ul>' +
        '<blockquote><p>Nobody was paged.</p></blockquote><pre>SHOW max_conns</pre>',
    )
    expect(alike(board(light))).toBe(drawn)
    expect(alike(read(markdownLight(light)))).toBe(drawn)
  })

  it.each(samples)('[REPORT53] reads the same on the board, in HTML and in Markdown, were it %s', (_what, payload) => {
    const drawn = alike(htmlLight(payload('MARK')))
    expect(alike(board(payload('MARK')))).toBe(drawn)
    expect(alike(read(markdownLight(payload('MARK'))))).toBe(drawn)
  })

  it('[REPORT53] reads the same, or in Markdown as it was typed, whatever it is put together of', () => {
    return fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 14 }), async (parts) => {
        const text = parts.join('')
        expect(alike(board(text))).toBe(alike(htmlLight(text)))
        const told = alike(read(markdownLight(text)))
        const [meant, typed] = [alike(htmlLight(text)), alike(htmlProse(text))]
        expect([meant, typed]).toContain(told === meant ? meant : told.replace(/<\/?a[^>]*>/gu, ''))
      }),
      { numRuns: 40, examples: ['[^1]', '{'].map((sign) => [['>', 'https://evil.example/?q=_x_', sign]]) },
    )
  })

  it.each(inPages(samples))(
    '[INJECT10] makes no more than light Markdown of a report, were it one of %s',
    (_what, fill) => {
      for (const format of ['html', 'md'] as const) {
        const hostile = pageOf(format, fill)
        expect(heavyIn(hostile)).toEqual(heavyIn(plainPages[format]))
        expect(attributesOf(hostile).filter((each) => !attributesOf(plainPages[format]).includes(each))).toEqual([])
        const links = [...hostile.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
        expect(links.filter((link) => !/^(#|https?:\/\/|mailto:eve@evil\.example$)/.test(link))).toEqual([])
      }
    },
  )

  it('[INJECT10] is each text of the record, and no other field', () => {
    const html = renderReport(
      'html',
      everyField((mark) => `**${mark}**`),
      context,
    ).body
    const drawn = fieldsOfWords().filter((mark) => html.includes(`<p><strong>${mark}</strong></p>`))
    expect(drawn).toEqual(fieldsOfWords().filter(isProse))
    expect(drawn.length).toBeGreaterThan(20)
  })

  it.each(['.*.*=.*', '.*foo.*', '2*3*4', '*.log, a/*', 'SELECT *, count(*)', 'a*b*'])(
    '[REPORT57] has no emphasis in a pattern, a product or a call: %s',
    (pattern) => {
      const text = `It was ${pattern} that ran, *once*, and (*twice*)`
      expect(lightMarkdown(text)).toEqual([
        {
          kind: 'paragraph',
          children: [
            { kind: 'words', text: `It was ${pattern} that ran, ` },
            { kind: 'emphasis', children: [{ kind: 'words', text: 'once' }] },
            { kind: 'words', text: ', and (' },
            { kind: 'emphasis', children: [{ kind: 'words', text: 'twice' }] },
            { kind: 'words', text: ')' },
          ],
        },
      ])
    },
  )

  it('[REPORT53] is told in a few words without the signs of its Markdown', () => {
    expect(plainLine('It was **`cron`**, see [it](https://wiki.example):\n- *now*')).toBe(
      'It was cron, see it (wiki.example): now',
    )
  })

  it('[PRESSURE19] takes as long as it has words, however deep its Markdown is', () => {
    const heavy = ['> - ', '[', '[a](', '*a **b ', '**a*', '- ', 'a\n', '`a` ', '1. a\n', 'www.a.b ', '>>>>>>>>> ']
    for (const part of heavy) {
      const text = part.repeat(200_000 / part.length)
      expect(htmlLight(text)).toBe(htmlProse(text))
      expect(markdownLight(text)).toBe(markdownProse(text))
    }
  })
})

/** What no text of the record makes. */
const heavy = 'h1,h2,h3,h4,h5,h6,table,tr,td,th,dl,section,img,svg,script,style,iframe,input,div,sup,del,details'

/** Which of them are there, and what the headings say. */
function heavyIn(page: Document): readonly string[] {
  return [...page.querySelectorAll(heavy)].map((each) =>
    each.matches('h1,h2,h3,h4,h5,h6') ? each.outerHTML : each.tagName,
  )
}

function attributesOf(page: Document): readonly string[] {
  return [...page.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name }) => !['href', 'rel', 'start'].includes(name) || !element.matches('a, ol'))
      .map(({ name, value }) => `${element.tagName} ${name}=${value}`),
  )
}

/** Markup as its elements and words: without what the forms differ in by their nature, and looks. */
function alike(markup: string): string {
  const page = parser.parseFromString(markup, 'text/html')
  for (const each of page.querySelectorAll('a[href^="mailto:"], pre > code')) each.replaceWith(...each.childNodes)
  for (const each of page.querySelectorAll('li > p')) each.replaceWith(' ', ...each.childNodes, ' ')
  // What programs that read Markdown escape of an address, and browsers don't.
  for (const each of page.querySelectorAll('a'))
    each.href = new URL(each.href).href.replace(/%[2-7][\dA-F]/gu, decodeURIComponent)
  for (const each of page.querySelectorAll('body > div')) each.replaceWith(...each.childNodes)
  for (const element of page.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (!['href', 'start'].includes(name)) element.removeAttribute(name)
  return spaced(page.body.innerHTML.replace(/\s*(<[^>]*>)\s*/gu, '$1'))
}
