import { describe, expect, it } from 'vitest'
import { findWords } from '../../shared/report/search.ts'
import { inCommon } from '../../shared/report/seen-before.ts'
import { note, removed } from './board.ts'
import { reviewedBoard } from './reviewed-board.ts'

describe('words that are looked for in a review', () => {
  it('[ACROSS3] are not found in the bin, nor as the name of who was there', async () => {
    const board = await reviewedBoard()
    const binned = { ...board, notes: [...board.notes, note('gone', { removed, text: 'A zebra on the line' })] }
    expect([findWords(binned, 'zebra'), findWords(binned, 'Olga')]).toEqual([null, null])
  })

  it('[ACROSS1] are told with what stands around them, the places that have most of them first', async () => {
    const board = await reviewedBoard()
    const words = `${'long ago '.repeat(20)}the pager rang twice${' and then nothing'.repeat(20)}`
    const found = findWords({ ...board, notes: [note('pager', { text: words })] }, 'twice PAGER')
    expect(found?.[0]?.where).toBe('Note')
    expect(found?.[0]?.words).toMatch(/^…(long ago |ago )+the pager rang twice.*…$/)
    expect(found?.[0]?.words.length).toBeLessThan(150)
  })

  it('[ACROSS1] are told without the signs of Markdown, unless they stand in these', async () => {
    const board = await reviewedBoard()
    const summary = 'The **edge** answered, see [the status](https://status.example/incidents/vpk0)'
    const found = (words: string) => {
      const told = findWords({ ...board, incident: { ...board.incident, summary } }, words)
      return told?.find(({ where }) => where === 'Summary')?.words
    }
    expect(found('edge answered')).toBe('The edge answered, see the status (status.example)')
    expect(found('vpk0')).toContain('incidents/vpk0')
  })
})

describe('a cause seen before', () => {
  async function seen(here: string, there: string): Promise<boolean> {
    const board = await reviewedBoard()
    const withCause = (text: string) => ({ ...board, causes: [{ ...board.causes[0]!, text }] })
    return inCommon(withCause(here), withCause(there)).causes.length > 0
  }

  it.each([
    ['Nobody rehearsed the regional failover', 'The regional failover was rehearsed by nobody', true],
    ['Nobody rehearsed the regional failover', 'Nobody rehearsed restoring backups', false],
    ['Certificate expired', 'certificate EXPIRED.', true],
    ['Certificate expired', 'Certificate rejected', false],
    ['', '', false],
  ])('[ACROSS4] says the same in other words, not something else in the same: %j, %j', async (here, there, is) => {
    expect(await seen(here, there)).toBe(is)
  })
})
