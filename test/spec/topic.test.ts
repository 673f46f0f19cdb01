import { describe, expect, it } from 'vitest'
import { addedReactions, readReaction } from '../../shared/protocol/reactions.ts'
import { topicLeft } from '../../shared/review/topic.ts'

describe('the time of a topic', () => {
  it('[TOPIC1] is the same for everyone, counts on once it is up, and is none where none was set', () => {
    const spotlight = { target: 'note:alerts' as const, startedAt: 10_000, seconds: 60 }
    expect([10_000, 40_000, 75_000].map((now) => topicLeft(spotlight, now))).toEqual([60_000, 30_000, -5000])
    expect([topicLeft({ target: 'note:alerts' }, 5), topicLeft(null, 5)]).toEqual([null, null])
  })
})

describe('a reaction', () => {
  it('[REACT3] is one of ours, with its number, and nothing else', () => {
    expect(readReaction({ reaction: { is: 'yes', n: 3, by: 'ana' } })).toEqual({ is: 'yes', n: 3 })
    const others = [null, 'yes', {}, { reaction: 'yes' }, { reaction: { is: 'no', n: 1 } }, { reaction: { is: 'yes' } }]
    const odd = [{ reaction: { is: 'yes', n: 1.5 } }, { reaction: { is: 'yes', n: '1' } }, { reaction: null }]
    expect([...others, ...odd].map(readReaction)).toEqual(Array(9).fill(undefined))
  })

  it('[REACT3] is shown as it is added, and not where a server began to count anew', () => {
    expect(addedReactions({ yes: 2 }, { yes: 4, thanks: 1 })).toEqual([
      ['yes', 2],
      ['thanks', 1],
    ])
    expect(addedReactions({ yes: 9 }, { yes: 1 })).toEqual([])
  })
})
