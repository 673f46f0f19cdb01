import { describe, expect, it } from 'vitest'
import { keepTexts } from '../../client/session/keep.ts'
import { storageAlone } from '../support/storage-alone.ts'

describe('a half-typed text', () => {
  it('[DEVICE5] goes on under a new identity beside what stands there already', () => {
    const storage = storageAlone()
    const of = (person: string, formerly: readonly string[] = []) =>
      keepTexts({ storage, boardId: 'board', person, formerly })
    of('hal').write('lessons', 'Half a thought of Hal')
    of('hal').write('ongoing', 'Another one')
    of('ida').write('lessons', 'And one of Ida')

    const idas = of('ida', ['hal'])
    expect(idas.read('lessons')).toBe('And one of Ida\nHalf a thought of Hal')
    expect(idas.read('ongoing')).toBe('Another one')
    expect(of('hal').read('lessons')).toBeNull()
  })
})
