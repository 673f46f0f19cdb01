import { describe, expect, it } from 'vitest'
import { wrapText } from '../../shared/incident/wrapped-text.ts'
import { markdownLine } from '../../shared/report/markdown-text.ts'

/** Were each sign looked at once more for every other one, this many would take minutes. */
const many = 200_000

describe('a report of endless words', () => {
  it('[PRESSURE19] takes as long as it has words, were they the end of a heading over and over', () => {
    expect(markdownLine(`${'#'.repeat(many)}x`)).toBe(`\\${'#'.repeat(many)}x`)
    expect(markdownLine(`Deploys ${'#'.repeat(3)}`)).toBe('Deploys \\#\\#\\#')
  })

  it('[PRESSURE19] measures each sign of a drawing once', () => {
    const lines = wrapText('#'.repeat(many), 100_000, 1)
    expect(lines.map(({ length }) => length)).toEqual([178_571, 21_429])
  })
})
