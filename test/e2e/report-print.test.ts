import { type Browser, chromium, type Page } from '@playwright/test'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { examples } from '../../shared/incident/examples.ts'
import { renderReport } from '../../shared/report/render.ts'
import { fullReview } from '../spec/full-review.ts'
import { violationsOn } from '../support/axe.ts'
import { quiet } from '../support/stage.ts'

const context = { boardId: 'board-1', now: Date.parse('2026-03-02T10:00:00Z') }

describe('the HTML report in a browser', () => {
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium'), args: quiet })
    page = await browser.newPage()
  })

  afterAll(() => browser.close())

  it.each(examples.map(({ slug }) => slug))(
    '[REPORT45] holds nothing that axe minds, light and dark: %s',
    async (slug) => {
      await page.setContent(renderReport('html', await fullReview(slug), context).body)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const violations = await violationsOn(page)
        expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([])
      }
    },
  )

  it.each(['A4', 'Letter'])(
    '[REPORT44] says on every sheet who may read it, and which one it is: %s',
    async (format) => {
      await page.setContent(renderReport('html', await fullReview('github-2018-network-partition'), context).body)
      const { text, totalPages } = await extractText(
        new Uint8Array(await page.pdf({ format, preferCSSPageSize: false })),
      )
      expect(totalPages).toBeGreaterThan(3)
      // At the head of each sheet; over the title and in the document control, too.
      const marks = text.map((sheet) => sheet.match(/\bConfidential\b/g)?.length)
      expect(marks).toEqual(text.map((_, index) => (index === 0 ? 3 : 1)))
      expect(text.map((sheet, index) => sheet.includes(`${index + 1} / ${totalPages}`))).not.toContain(false)
    },
  )

  it.each(['A4', 'Letter'])('[REPORT55] keeps a drawing whole under its heading: %s', async (format) => {
    const board = await fullReview('github-2018-network-partition')
    const factor = board.causes.find(({ kind }) => kind === 'factor')!
    const many = Array.from({ length: 120 }, (_, n) => ({
      ...{ ...factor, id: `many-${n}`, text: `Deploys went on for a while, number ${n}` },
      category: (['technical', 'process', 'human', 'external'] as const)[n % 4]!,
    }))
    await page.setContent(renderReport('html', { ...board, causes: [...board.causes, ...many] }, context).body)
    const { text } = await extractText(new Uint8Array(await page.pdf({ format, preferCSSPageSize: false })))
    const left = text.map((sheet) => sheet.match(/and \d+ more/g)?.length ?? 0)
    const drawn = text.findIndex((sheet) => sheet.includes('Causes by category'))
    expect(left[drawn]).toBe(4)
    expect(left.reduce((sum, each) => sum + each)).toBe(4)
  })

  it('[REPORT55] leaves no point of a list alone on a sheet', async () => {
    const board = await fullReview('github-2018-network-partition')
    const groups = Array.from({ length: 90 }, (_, n) => n)
    const summary = groups
      .map((n) => `${'A line.\n'.repeat((n % 4) + 1)}\n- first of ${n};\n- last of ${n};\n`)
      .join('\n')
    const told = { ...board, incident: { ...board.incident, summary } }
    await page.setContent(renderReport('html', told, context).body)
    const { text } = await extractText(new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: false })))
    const sheetOf = (words: string) => text.findIndex((sheet) => sheet.includes(words))
    expect(groups.map((n) => sheetOf(`first of ${n};`))).toEqual(groups.map((n) => sheetOf(`last of ${n};`)))
    expect(sheetOf('first of 89;')).toBeGreaterThan(5)
  })

  it('[REPORT55] begins no sheet for its last line', async () => {
    for (const { slug } of examples) {
      await page.setContent(renderReport('html', await fullReview(slug), context).body)
      const { text } = await extractText(new Uint8Array(await page.pdf({ format: 'A4', preferCSSPageSize: false })))
      expect(text.at(-1)!.length).toBeGreaterThan(150)
    }
  })
})
