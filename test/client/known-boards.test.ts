// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { knowBoard, knownBoard } from '../../client/app/known-boards.ts'
import { openCopyBook } from '../../client/session/device/copy-book.ts'

describe('a board that this browser was on', () => {
  it('[DEVICE9] opens without the server by its newest copy, also where that came with a backup', () => {
    const board = { id: 'b1', title: 'Failover', epoch: 'first' }
    const me = { id: 'ana', name: 'Ana', role: 'participant' } as const
    knowBoard({ board, me })
    expect(knownBoard('b1')).toEqual({ board, me })

    const book = openCopyBook(window.localStorage, 'b1', () => 1000)
    book.enter('ana', 'first')
    book.renew('ana', 'restored')
    expect(knownBoard('b1')?.board.epoch).toBe('restored')
    book.renew('ida', 'newer')
    expect(knownBoard('b1')?.board.epoch).toBe('first')
  })
})
