import { describe, expect, it } from 'vitest'
import { readFlat } from '../../shared/document/read.ts'
import { createDraft, draftText, setDraftFields, setFields, setRemoved } from '../../shared/document/write.ts'
import { type Cast, seenOf } from '../support/onlooker.ts'

type Writer = 'ana' | 'ben'
type Story = (cast: Cast, one: Writer, other: Writer) => Promise<void>

const notes = [
  { id: 'canary', section: 'lessons', text: 'deploys have no canary' },
  { id: 'silent', section: 'lessons', text: 'alerts were silent' },
]
const anonymous = { body: { notes, settings: { attribution: 'anonymous' } } } as const
const named = { body: { notes } } as const

async function writes(cast: Cast, name: 'ana' | 'ben' | 'fay', id: string, section = 'lessons'): Promise<void> {
  createDraft(cast.desk(name).doc, id, { section, rank: 'a0', text: `words of ${id}` })
  await cast.passes(3_000)
}

/** One of them has two notes on the board, the other one. */
async function reveal(cast: Cast, one: Writer, other: Writer): Promise<void> {
  await cast.go('reflect')
  for (const name of [one, other, 'fay'] as const)
    await writes(cast, name, `of-${name === 'fay' ? 'fay' : name === one ? 'one' : 'other'}`)
  await writes(cast, one, 'more-of-one', 'went-well')
  await cast.go('discuss')
}

async function votes(cast: Cast, name: 'ana' | 'ben', given: Readonly<Record<string, number>>): Promise<void> {
  const { round } = readFlat(cast.board('fay').doc, 'session')
  const ballots = cast.desk(name).doc.getMap<number>('ballots')
  cast.desk(name).doc.transact(() => {
    for (const [target, count] of Object.entries(given)) ballots.set(`${round}/${target}`, count)
  })
  await cast.passes(2_000)
}

const writing: Readonly<Record<string, Story>> = {
  'wrote what appears at the reveal': reveal,

  'wrote what comes later, and in which order': async (cast, one, other) => {
    await cast.go('discuss')
    await writes(cast, one, 'late-of-one')
    await writes(cast, one, 'second-of-one')
    await writes(cast, other, 'late-of-other')
    await writes(cast, one, 'last-of-one')
    await cast.go('group')
  },

  'rewords a note through their draft': async (cast, one, other) => {
    await reveal(cast, one, other)
    for (const letter of ' today') {
      const text = draftText(cast.desk(one).doc, 'of-one')!
      text.insert(text.length, letter)
      await cast.passes(400)
    }
  },

  'takes a note back and brings it again, by whatever clock they have': async (cast, one, other) => {
    await reveal(cast, one, other)
    setDraftFields(cast.desk(one).doc, 'of-one', { removed: { by: one, at: one === 'ana' ? 5 : 7_000_000_000_000 } })
    await cast.passes(5_000)
    setDraftFields(cast.desk(one).doc, 'of-one', { removed: undefined })
    await cast.passes(5_000)
  },

  'does something while a note that was taken back is fetched out of the bin': async (cast, one, other) => {
    await reveal(cast, one, other)
    setDraftFields(cast.desk(one).doc, 'of-one', { removed: { by: one, at: 5 } })
    await cast.passes(5_000)
    setRemoved(cast.board('fay').doc, 'notes', 'of-one', undefined)
    await cast.passes(5_000)
    for (const asked of ['ana', 'ben'] as const) {
      cast.desk(asked).doc.getMap('ready').set('discuss', true)
      await cast.passes(5_000)
    }
  },

  'reworded or took back a note while away, when they come back': async (cast, one, other) => {
    await reveal(cast, one, other)
    cast.leaves('ana')
    cast.leaves('ben')
    await cast.passes(60_000)
    draftText(cast.desk(one).doc, 'of-one')!.insert(0, 'Reworded ')
    setDraftFields(cast.desk(one).doc, 'more-of-one', { removed: { by: one, at: 5 } })
    for (const name of ['ana', 'ben'] as const) {
      await cast.returns(name)
      await cast.passes(5_000)
    }
    await writes(cast, 'fay', 'later-of-fay')
    await cast.go('group')
  },

  'is busy at their screen, whatever a browser says of it': async (cast, one, other) => {
    await reveal(cast, one, other)
    const [busy, idle] = [cast.board(one), cast.board(other)]
    idle.sayPresence({ at: null }, { clock: 1 })
    busy.sayPresence({ at: null }, { clock: 1 })
    await cast.passes(1_000)
    for (let clock = 2; clock < 20; clock++) {
      busy.sayPresence({ at: 'lessons', editing: `note:of-${clock}` }, { clock })
      await cast.passes(700)
    }
    for (const [pipe, clock] of [
      [idle, 2],
      [busy, 20],
    ] as const)
      pipe.sayPresence({ at: null }, { clock })
    await cast.passes(20_000)
  },

  'says to be done': async (cast, one, other) => {
    await reveal(cast, one, other)
    const { phase } = readFlat(cast.board('fay').doc, 'session')
    cast.desk(one).doc.getMap('ready').set(phase, true)
    await cast.passes(5_000)
  },
}

const voting: Readonly<Record<string, Story>> = {
  'votes, takes back and is late': async (cast, one, other) => {
    await cast.go('vote')
    await votes(cast, one, { 'note:canary': 2, 'note:silent': 1 })
    await votes(cast, other, { 'note:canary': 1 })
    await votes(cast, one, { 'note:silent': 0 })
    await cast.review.command({ type: 'round.close' })
    await votes(cast, other, { 'note:silent': 1 })
    await votes(cast, one, { 'note:silent': 2 })
    await cast.review.command({ type: 'round.recount' })
    await cast.go('act')
  },
}

/** What they voted for is all that differs, or what becomes of it. */
const secrets: Readonly<Record<string, (cast: Cast, target: string, elsewhere: string) => Promise<void>>> = {
  'while the round is open': async (cast, target) => {
    await votes(cast, 'ana', { [target]: 2 })
    await votes(cast, 'ben', { [target]: 1 })
  },

  'when what they voted for is removed, regrouped or moved': async (cast, target, elsewhere) => {
    const { doc } = cast.board('fay')
    await votes(cast, 'ana', { [target]: 2 })
    await votes(cast, 'ben', { [elsewhere]: 2 })
    setRemoved(doc, 'notes', 'canary', { by: 'fay', at: 1 })
    await cast.passes(2_000)
    setRemoved(doc, 'notes', 'canary', undefined)
    setFields(doc, 'notes', 'canary', { section: 'ongoing-problems' })
    const sections = readFlat(doc, 'session').sections.map((each) => ({
      ...each,
      prompts: [...each.prompts],
      votable: each.id !== 'ongoing-problems',
    }))
    await cast.review.command({ type: 'sections.set', sections })
    await cast.passes(2_000)
  },

  'after the count, whoever is counted out': async (cast, target, elsewhere) => {
    await votes(cast, 'ana', { [target]: 2 })
    await votes(cast, 'ben', { [elsewhere]: 2 })
    await cast.review.command({ type: 'round.close' })
    await cast.review.command({ type: 'role.set', person: 'ana', role: 'observer' })
    await cast.review.command({ type: 'round.recount' })
    await cast.review.command({ type: 'person.remove', person: 'ana' })
    await cast.review.command({ type: 'round.recount' })
  },
}

describe('an onlooker', () => {
  it.each(Object.entries({ ...writing, ...voting }))(
    '[ANON5] on an anonymous board sees every byte alike, whoever %s',
    async (_, story) => {
      const seen = await seenOf(anonymous, (cast) => story(cast, 'ana', 'ben'))
      expect(await seenOf(anonymous, (cast) => story(cast, 'ben', 'ana'))).toEqual(seen)
    },
  )

  it.each(Object.entries(secrets))('[COUNT8] of a secret round can’t tell who voted for what: %s', async (_, story) => {
    for (const setting of [named, anonymous]) {
      const play = (target: string, elsewhere: string) =>
        seenOf(setting, async (cast) => {
          await cast.go('vote')
          await story(cast, target, elsewhere)
        })
      expect(await play('note:canary', 'note:silent')).toEqual(await play('note:silent', 'note:canary'))
    }
  })
})
