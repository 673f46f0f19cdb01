import { describe, expect, it } from 'vitest'
import { namesIn } from '../../client/features/home/start-form.ts'

describe('names in one line', () => {
  it('[UI21] are set apart by commas, but not by those within brackets', () => {
    expect(namesIn('Amazon S3 (GET, LIST, PUT), S3 console; Lambda,, ')).toEqual([
      ...['Amazon S3 (GET, LIST, PUT)', 'S3 console', 'Lambda'],
    ])
    expect(namesIn('checkout (EU, payments')).toEqual(['checkout (EU', 'payments'])
  })
})
