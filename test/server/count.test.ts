import { beforeEach, describe, expect, it } from 'vitest'
import { readCounted, readEntries, readEntry, readFlat } from '../../shared/document/read.ts'
import { createEntry, setFields, setRemoved } from '../../shared/document/write.ts'
import { isServerPresence } from '../../shared/protocol/presence.ts'
import type { PhaseKind } from '../../shared/review/session.ts'
import type { Pipe } from '../support/pipe.ts'
import { aReview, type Review } from '../support/review.ts'

const notes = [
  { id: 'canary', section: 'lessons', text: 'deploys have no canary' },
  { id: 'silent', section: 'lessons', text: 'alerts were silent' },
]

describe('a count', () => {
  let review: Review
  let fay: Pipe
  let ana: Pipe
  let ben: Pipe

  async function go(kind: PhaseKind): Promise<void> {
    const { agenda } = readFlat((await review.live()).doc, 'session')
    await review.command({ type: 'phase.go', phase: agenda.find((item) => item.kind === kind)!.id })
  }

  async function vote(pipe: Pipe, votes: Readonly<Record<string, number>>): Promise<void> {
    const ballots = pipe.doc.getMap<number>('ballots')
    const round = readFlat(fay.doc, 'session').round
    pipe.doc.transact(() => {
      for (const [target, count] of Object.entries(votes)) ballots.set(`${round}/${target}`, count)
    })
    await review.turn()
  }

  const result = () => readEntry(fay.doc, 'results', readFlat(fay.doc, 'session').round!)

  beforeEach(async () => {
    review = await aReview({ body: { notes } })
    fay = await review.join('fay')
    ana = await review.join('ana', 'desk')
    ben = await review.join('ben', 'desk')
    await go('vote')
  })

  it('[COUNT1] publishes counts, voters and votes cast when the vote is left forward, and nothing before', async () => {
    await vote(ana, { 'note:canary': 2, 'note:silent': 1 })
    await vote(ben, { 'note:canary': 1 })
    expect(result()).toMatchObject({ closedAt: null, voters: 0, cast: 0, votes: {} })

    await go('act')
    expect(result()).toMatchObject({
      voters: 2,
      cast: 4,
      votes: { 'note:canary': 3, 'note:silent': 1 },
      labels: { 'note:canary': 'deploys have no canary', 'note:silent': 'alerts were silent' },
      late: 0,
    })
  })

  it('[COUNT2] pauses when the vote is left backward, and goes on with the same ballots', async () => {
    await vote(ana, { 'note:canary': 2 })
    const round = readFlat(fay.doc, 'session').round
    await go('group')
    expect(readEntry(fay.doc, 'results', round!)).toMatchObject({ closedAt: null, cast: 0 })
    await go('vote')
    expect(readFlat(fay.doc, 'session').round).toBe(round)
    await review.command({ type: 'round.close' })
    expect(result()).toMatchObject({ votes: { 'note:canary': 2 }, cast: 2, voters: 1 })
  })

  it('[COUNT3] counts votes on a grouped note for its theme, and gives back those on a removed one', async () => {
    await vote(ana, { 'note:canary': 2 })
    await vote(ben, { 'note:silent': 3 })
    createEntry(fay.doc, 'themes', 'rollout', { label: 'Rollout', rank: 'a0' })
    setFields(fay.doc, 'notes', 'canary', { theme: 'rollout' })
    setRemoved(fay.doc, 'notes', 'silent', { by: 'fay', at: 1 })
    await review.turn()
    await review.command({ type: 'round.close' })
    expect(result()).toMatchObject({ votes: { 'theme:rollout': 2 }, cast: 2, voters: 1 })
  })

  it('[COUNT4] says how many ballots came after it, and counts them when asked again', async () => {
    await vote(ana, { 'note:canary': 1 })
    await review.command({ type: 'round.close' })
    await vote(ben, { 'note:canary': 1 })
    expect(result()).toMatchObject({ cast: 1, late: 1 })
    expect(readCounted(ben.doc).size).toBe(0)

    await review.command({ type: 'round.recount' })
    expect(result()).toMatchObject({ cast: 2, voters: 2, late: 0 })
    expect([...readCounted(ben.doc).values()]).toEqual([{ 'note:canary': 1 }])
  })

  it('[COUNT5] shows running counts, and no names, in an open vote', async () => {
    await review.command({ type: 'round.close' })
    await review.command({ type: 'settings.set', ballot: 'open' })
    await review.command({ type: 'round.open' })
    await vote(ana, { 'note:canary': 2 })
    expect(result()).toMatchObject({ closedAt: null, votes: { 'note:canary': 2 }, voters: 1, cast: 2 })
    expect(JSON.stringify(readEntries(fay.doc, 'results'))).not.toContain('"ana"')
  })

  it('[COUNT6] leaves out observers, people who were removed, and who only facilitates', async () => {
    await vote(ana, { 'note:canary': 1 })
    await vote(ben, { 'note:canary': 1 })
    await review.command({ type: 'person.remove', person: 'ana' })
    await review.command({ type: 'role.set', person: 'ben', role: 'observer' })
    await review.command({ type: 'round.close' })
    expect(result()).toMatchObject({ cast: 0, voters: 0 })
  })

  it('[COUNT8] keeps whom it has counted when it counts again, so that no difference is one person’s ballot', async () => {
    await vote(ana, { 'note:canary': 2 })
    await vote(ben, { 'note:silent': 1 })
    await review.command({ type: 'round.close' })
    await review.command({ type: 'role.set', person: 'ana', role: 'observer' })
    await review.command({ type: 'person.remove', person: 'ben' })
    await review.command({ type: 'round.recount' })
    expect(result()).toMatchObject({ cast: 3, voters: 2, votes: { 'note:canary': 2, 'note:silent': 1 } })
  })

  it('[PROGRESS4] tells of nobody that they get votes back when a note goes', async () => {
    const told = () => [...fay.presence().values()].filter(isServerPresence).at(-1)?.progress
    await vote(ana, { 'note:canary': 2, 'note:silent': 1 })
    setRemoved(fay.doc, 'notes', 'canary', { by: 'fay', at: 1 })
    await review.pass(100)
    expect(told()).toMatchObject({ people: { ana: { votesLeft: 2 }, ben: { votesLeft: 5 } } })

    await review.command({ type: 'round.close' })
    await review.command({ type: 'settings.set', ballot: 'open' })
    await review.command({ type: 'round.open' })
    await vote(ana, { 'note:canary': 2, 'note:silent': 1 })
    await review.pass(100)
    expect(told()).toMatchObject({ people: { ana: { votesLeft: 4 } } })
  })

  it('[COUNT9] says how many could vote, how many did, and how many abstained', async () => {
    const round = readFlat(fay.doc, 'session').round!
    const told = () => [...fay.presence().values()].filter(isServerPresence).at(-1)?.progress
    await vote(ana, { 'note:canary': 2 })
    ben.doc.getMap('abstained').set(round, true)
    await review.turn()
    await review.pass(100)
    expect(told()).toMatchObject({ people: { ben: { votesLeft: 0 } } })
    expect(result()).not.toHaveProperty('abstained')

    await review.command({ type: 'round.close' })
    expect(result()).toMatchObject({ voters: 1, abstained: 1, eligible: 3, cast: 2 })
    await review.command({ type: 'person.remove', person: 'ben' })
    await review.command({ type: 'round.recount' })
    expect(result()).toMatchObject({ voters: 1, abstained: 1, eligible: 3 })
  })

  it('[ROUND4] of a round on a choice leaves the one before as it was', async () => {
    await vote(ana, { 'note:canary': 2, 'note:silent': 2 })
    await review.command({ type: 'round.close' })
    const first = result()!
    await review.command({ type: 'round.open', targets: ['note:silent'], breaks: first.id, votes: 1, maxPerTarget: 1 })
    await vote(ana, { 'note:silent': 1, 'note:canary': 1 })
    await vote(ben, { 'note:silent': 2 })
    await review.command({ type: 'round.close' })
    expect(result()).toMatchObject({ votes: { 'note:silent': 2 }, cast: 2, voters: 2, breaks: first.id })
    expect(readEntry(fay.doc, 'results', first.id)).toEqual(first)
  })

  it('[ROUND5] counts by the budget of the day, keeps every vote, and keeps what was counted as it was', async () => {
    await vote(ana, { 'note:canary': 3, 'note:silent': 2 })
    await review.command({ type: 'settings.set', votes: 2 })
    await review.command({ type: 'settings.set', votes: 5 })
    await review.command({ type: 'round.close' })
    expect(result()).toMatchObject({ cast: 5, budget: { votes: 5, maxPerTarget: 3 } })

    await review.command({ type: 'settings.set', votes: 1 })
    await review.command({ type: 'round.recount' })
    expect(result()).toMatchObject({ cast: 5, budget: { votes: 5, maxPerTarget: 3 } })
    await review.command({ type: 'round.open' })
    await vote(ana, { 'note:canary': 3 })
    await review.command({ type: 'round.close' })
    expect(result()).toMatchObject({ cast: 1, budget: { votes: 1, maxPerTarget: 3 } })
  })

  it('[ROUND5] shows an open vote anew when the budget changes', async () => {
    await review.command({ type: 'round.close' })
    await review.command({ type: 'settings.set', ballot: 'open' })
    await review.command({ type: 'round.open' })
    await vote(ana, { 'note:canary': 3 })
    await review.command({ type: 'settings.set', maxPerTarget: 1 })
    expect(result()).toMatchObject({ closedAt: null, votes: { 'note:canary': 1 }, cast: 1 })
  })

  it('[COUNT7] keeps to the budget when two tabs spent it apart', async () => {
    await vote(ana, { 'note:canary': 3, 'note:silent': 3 })
    await review.command({ type: 'round.close' })
    expect(result()).toMatchObject({ cast: 5, votes: { 'note:canary': 3, 'note:silent': 2 } })
  })
})
