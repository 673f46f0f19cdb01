import * as Y from 'yjs'
import { readEntry } from '../../../shared/document/read.ts'
import { setFields } from '../../../shared/document/write.ts'
import { encodeAwareness } from '../../../shared/protocol/awareness.ts'
import { noteId } from '../contestant.ts'
import { Line, type Seat } from '../line.ts'
import { seeded, startTyping, typeLetter, within } from '../typing.ts'
import { yWebsocket } from '../wire.ts'

/** What the process of a crowd is asked; it answers each with `{done: number}`. */
export type Asked =
  | { readonly to: 'sit'; readonly seats: readonly Omit<Seat, 'wire'>[]; readonly notes: number }
  | { readonly to: 'edit' }
  | { readonly to: 'rest' }
  | { readonly to: 'do'; readonly deed: Deed }

/** `show` tells where somebody is typing, and changes nothing of the board. */
export type Deed =
  | { readonly what: 'type'; readonly note: number }
  | { readonly what: 'move'; readonly note: number; readonly behind: number }
  | { readonly what: 'show'; readonly note: number }

/** Fast, but not faster than people type. */
const lettersPerSecond = 4
/** Then they go on to another note. */
const lettersPerNote = 12
/** Of everyone together. */
const movesPerSecond = 1

let lines: readonly Line[] = []
let clocks: number[] = []
let notes = 0
let deeds = 0
let stops: readonly (() => void)[] = []

process.on('message', (asked: Asked) => {
  answer(asked).then(
    (done) => process.send?.({ done }),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})

process.on('disconnect', () => process.exit(0))

async function answer(asked: Asked): Promise<number> {
  switch (asked.to) {
    case 'sit':
      notes = asked.notes
      lines = asked.seats.map((seat) => new Line({ ...seat, wire: yWebsocket }, {}, new Y.Doc()))
      clocks = lines.map(() => 0)
      await Promise.all(lines.map((line) => line.synced))
      return lines.length
    case 'edit':
      stops = [everyoneTypes(), someMove()]
      return lines.length
    case 'rest':
      for (const stop of stops) stop()
      await within(10_000, () => lines.every((line) => line.acknowledged >= line.said))
      return deeds
    case 'do':
      carryOut(0, asked.deed)
      return 1
  }
}

function everyoneTypes(): () => void {
  const chances = lines.map((_, person) => seeded(person + 1))
  const at = lines.map(() => 0)
  const typed = lines.map(() => 0)
  return startTyping(lines.length, { perSecond: lettersPerSecond, inStep: false }, (person) => {
    if (typed[person]! % lettersPerNote === 0) {
      at[person] = Math.floor(chances[person]!() * notes)
      carryOut(person, { what: 'show', note: at[person]! })
    }
    typed[person]! += 1
    carryOut(person, { what: 'type', note: at[person]! })
  })
}

function someMove(): () => void {
  const chance = seeded(lines.length)
  const any = () => Math.floor(chance() * notes)
  const timer = setInterval(() => {
    carryOut(Math.floor(chance() * lines.length), { what: 'move', note: any(), behind: any() })
  }, 1000 / movesPerSecond)
  return () => clearInterval(timer)
}

function carryOut(person: number, deed: Deed): void {
  const line = lines[person]
  const doc = line?.doc
  if (line === undefined || doc === undefined) throw new Error(`nobody sits at ${person}`)
  if (deed.what !== 'show') deeds += 1
  switch (deed.what) {
    case 'type':
      typeLetter(line, deed.note)
      return
    case 'move': {
      const behind = readEntry(doc, 'notes', noteId(deed.behind))
      if (behind !== undefined)
        setFields(doc, 'notes', noteId(deed.note), { section: behind.section, rank: behind.rank })
      return
    }
    case 'show': {
      const state = { at: null, editing: `note:${noteId(deed.note)}`, dragging: null }
      clocks[person]! += 1
      line.sayPresence(encodeAwareness([{ client: doc.clientID, clock: clocks[person]!, state }]))
      return
    }
  }
}
