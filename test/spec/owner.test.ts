import { describe, expect, it } from 'vitest'
import { ownerName, ownerNamed } from '../../shared/review/owner.ts'
import { person } from './board.ts'

const ana = person('p1', { name: 'Ana', joinedAt: 1 })
const ben = person('p2', { name: 'Ben', joinedAt: 2 })
const otherBen = person('p3', { name: 'Ben', joinedAt: 3 })
const gone = person('p4', { name: 'Olga', joinedAt: 0, left: 9 })
const people = [otherBen, ana, ben, gone]

describe('the owner of an action', () => {
  it.each([
    ['Ana', 'p1'],
    [' ana ', 'p1'],
    ['Ben', 'p2'],
    ['Data platform team', 'Data platform team'],
    ['Olga', 'Olga'],
    ['  ', null],
  ])('[ACTION5] typed as "%s" is %s', (typed, owner) => {
    expect(ownerNamed(people, typed)).toBe(owner)
  })

  it('[ACTION5] reads as a name, also of somebody who left', () => {
    expect(['p1', 'p4', 'Data platform team', ' ', null].map((owner) => ownerName(people, owner))).toEqual([
      'Ana',
      'Olga',
      'Data platform team',
      null,
      null,
    ])
  })
})
