import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { examples } from '../../shared/incident/examples.ts'
import { renderReport } from '../../shared/report/render.ts'
import { everyField } from '../support/every-field.ts'
import { fullReview } from './full-review.ts'

const context = {
  boardId: 'board-1',
  now: Date.parse('2026-03-02T10:00:00Z'),
  boardUrl: 'https://hindsight.example/b/1',
}

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
})

async function faultsIn(html: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, line, message }) => `${line} ${ruleId}: ${message}`))
}

describe('the HTML report', () => {
  it.each(examples.map(({ slug }) => slug))('[REPORT45] passes a validator: %s', async (slug) => {
    const board = await fullReview(slug)
    expect(await faultsIn(renderReport('html', board, context).body)).toEqual([])
    expect(await faultsIn(renderReport('board.html', board, context).body)).toEqual([])
  })

  it('[REPORT45] passes a validator with words in every field', async () => {
    const board = everyField((mark) => `${mark}\n- <b>one</b>\n- "two" & \u0001`)
    expect(await faultsIn(renderReport('html', board, context).body)).toEqual([])
  })
})
