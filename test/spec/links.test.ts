import { describe, expect, it } from 'vitest'
import { type Link, linksByTarget, mayLink } from '../../shared/review/links.ts'
import type { Target } from '../../shared/review/session.ts'
import { removed } from './board.ts'

const link = (id: string, from: Target, to: Target, fields: Partial<Link> = {}): Link => ({ id, from, to, ...fields })

const onBoard: readonly Target[] = ['event:cut', 'cause:limit', 'note:late', 'theme:failover', 'action:drill', 'note:b']
const isThere = (target: Target) => onBoard.includes(target)
const ends = (links: readonly Link[], there = isThere) =>
  Object.fromEntries([...linksByTarget(links, there)].map(([at, others]) => [at, others.map(({ other }) => other)]))

describe('a link', () => {
  it('[LINK1] joins any two of them, once, and nothing with itself', () => {
    const links = [link('1', 'note:late', 'event:cut')]
    expect(mayLink(links, isThere, 'note:late', 'cause:limit')).toMatchObject({ allowed: true })
    expect(mayLink(links, isThere, 'theme:failover', 'action:drill')).toMatchObject({ allowed: true })
    expect(mayLink(links, isThere, 'event:cut', 'note:late')).toMatchObject({ reason: 'linked-already' })
    expect(mayLink(links, isThere, 'note:late', 'note:late')).toMatchObject({ reason: 'not-linkable' })
    expect(mayLink(links, () => true, 'section:lessons', 'note:late')).toMatchObject({ reason: 'not-linkable' })
  })

  it('[LINK4] leads to nothing that is not on the board', () => {
    expect(mayLink([], isThere, 'note:draft', 'event:cut')).toMatchObject({ reason: 'not-there' })
    expect(ends([link('1', 'note:draft', 'event:cut')])).toEqual({})
  })

  it('[LINK2] is shown at both ends, in the order from what was seen to what is done', () => {
    const links = [
      link('1', 'note:late', 'action:drill'),
      link('2', 'event:cut', 'note:late'),
      link('3', 'note:late', 'cause:limit'),
    ]
    expect(ends(links)).toEqual({
      'note:late': ['event:cut', 'cause:limit', 'action:drill'],
      'action:drill': ['note:late'],
      'event:cut': ['note:late'],
      'cause:limit': ['note:late'],
    })
  })

  it('[LINK2] goes while an end is gone, and is back with it', () => {
    const links = [link('1', 'note:late', 'event:cut')]
    expect(ends(links, (target) => target !== 'event:cut')).toEqual({})
    expect(ends(links)).toEqual({ 'note:late': ['event:cut'], 'event:cut': ['note:late'] })
    expect(ends([link('1', 'note:late', 'event:cut', { removed })])).toEqual({})
  })

  it('[LINK6] made twice is one, which knows both', () => {
    const links = [link('b', 'event:cut', 'note:late'), link('a', 'note:late', 'event:cut')]
    expect(linksByTarget(links, isThere).get('note:late')).toEqual([{ other: 'event:cut', ids: ['a', 'b'] }])
  })
})
