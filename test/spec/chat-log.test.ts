import { describe, expect, it } from 'vitest'
import { read, said, times, utc } from './said-lines.ts'

describe('a chat log', () => {
  const known = ['Ana Oyelaran', 'ben']

  it('[TIME9] of lines tells who said what', () => {
    const log = `[14:05] Carla Ruiz: alerts!
14:06 <ben> looking
[14:07:01] <@carl> me too
[02/03/2026, 14:08:12] Ana Oyelaran: it is DNS
3/2/2026 2:09 PM - Dan: no`
    expect(said(log, { known })).toEqual([
      ['Carla Ruiz', 'alerts!'],
      ['ben', 'looking'],
      ['carl', 'me too'],
      ['Ana Oyelaran', 'it is DNS'],
      ['Dan', 'no'],
    ])
  })

  it.each([
    ['a name and a time above', 'ana  2:05 PM\nalert fired\non two hosts\nben  2:06 PM\nlooking'],
    ['a name above a time', 'Ana Oyelaran\n  2:05 PM\nalert fired\non two hosts\nben\n  2:06\nlooking'],
    ['a dash and a day', 'ana — Today at 2:05 PM\nalert fired\non two hosts\nben — 03/02/2026 2:06 PM\nlooking'],
    ['a time before the name', '[14:05] Ana Oyelaran\nalert fired\non two hosts\n\n[14:06] ben\nlooking'],
    ['an app', '----- March 2nd, 2026 -----\nana  APP  14:05\nalert fired\non two hosts\nben  14:06\nlooking'],
  ])('[TIME9] of blocks tells who said what: %s', (_, log) => {
    expect(read(log, { ...utc, known })).toMatchObject({
      events: [
        { at: '2026-03-02T14:05:00Z', actor: 'Ana Oyelaran', event: 'alert fired\non two hosts' },
        { at: '2026-03-02T14:06:00Z', actor: 'ben', event: 'looking' },
      ],
      unread: [],
    })
  })

  it('[TIME9] goes on with whoever spoke last', () => {
    expect(said('ana  2:05 PM\nalert fired\n2:06\nstill firing', { known })).toEqual([
      ['Ana Oyelaran', 'alert fired'],
      ['Ana Oyelaran', 'still firing'],
    ])
    expect(times('ana  2:05 PM\nalert fired\n2:06\nstill firing')).toEqual([
      '2026-03-02T14:05:00Z',
      '2026-03-02T14:06:00Z',
    ])
  })

  it('[TIME9] takes no short answer under a time for somebody', () => {
    expect(said('Ana Oyelaran  [9:41 AM]\nhello\n[9:42]\nRolling Back', { known })).toEqual([
      ['Ana Oyelaran', 'hello'],
      ['Ana Oyelaran', 'Rolling Back'],
    ])
    expect(said('carl\n  9:41 AM\ndone\n9:42\nok\nben\n  9:43 AM\nyes', { known })).toEqual([
      ['carl', 'done'],
      ['carl', 'ok'],
      ['ben', 'yes'],
    ])
  })

  it('[TIME9] takes no sentence that ends in a time for somebody', () => {
    expect(said('ana  14:05\nalert fired\nWe rolled back at 14:05\nand waited', { known })).toEqual([
      ['Ana Oyelaran', 'alert fired\nWe rolled back at 14:05\nand waited'],
    ])
  })

  it('[TIME9] joins lines elsewhere only when told', () => {
    expect(read('14:05 trace:\n  at main').unread).toMatchObject([{ line: 2, reason: 'no-time' }])
    expect(said('14:05 trace:\n  at main', { joins: true })).toEqual([['', 'trace:\n  at main']])
  })
})
