import { useEffect, useRef } from 'react'
import { handText } from '../features/people/hand-text.ts'
import {
  useEntries,
  useEntryValue,
  useMe,
  usePeople,
  usePhase,
  usePlacement,
  usePresence,
  useSessionFacts,
} from '../session/hooks.ts'
import { announce } from '../ui/announce.ts'
import { toast } from '../ui/toast.ts'

/** Tells a screen reader what the facilitator's moves brought, politely and together. */
export function BoardAnnouncements() {
  const { item } = usePhase()
  const notes = usePlacement().notes.size
  const round = useSessionFacts((facts) => facts.round)
  const isCounted = useEntryValue('results', round ?? '', (result) => result !== undefined && result.closedAt !== null)
  const rounds = useEntries('results', (all) => all.size)
  const isLocked = useSessionFacts((facts) => facts.locked === true)
  const isClosed = useSessionFacts((facts) => facts.status === 'closed')

  const phaseBefore = useRef(item.id)
  const notesBefore = useRef(notes)
  useEffect(() => {
    const revealed = notes - notesBefore.current
    notesBefore.current = notes
    if (phaseBefore.current === item.id) return
    phaseBefore.current = item.id
    announce(`Now: ${item.title}`)
    if (revealed > 0) announce(`${revealed} note${revealed === 1 ? '' : 's'} revealed`)
  }, [item, notes])

  useRaisedHands()
  useChangesOfHands()
  useSaidOnChange(isLocked, isLocked ? 'The board is locked' : 'The board is unlocked')
  useSaidOnChange(isCounted, isCounted ? 'The votes are counted' : null)
  useSaidOnChange(rounds, rounds > 0 && !isCounted ? 'A vote is open' : null)
  useSaidOnChange(isClosed, isClosed ? 'The review is finished' : 'The review is open again')
  return null
}

/** Not on first sight: only what changes while somebody is here. */
function useSaidOnChange(value: unknown, words: string | null): void {
  const before = useRef(value)
  useEffect(() => {
    if (before.current === value) return
    before.current = value
    if (words !== null) announce(words)
  }, [value, words])
}

/** Everyone hears who leads from now on; who took over, and whom they gave back to, also see it. */
function useChangesOfHands(): void {
  const people = usePeople()
  const me = useMe().id
  const last = useSessionFacts((facts) => facts.hands?.at(-1) ?? null)
  const before = useRef(last?.at)
  useEffect(() => {
    if (last === null || last.at === before.current) return
    before.current = last.at
    const words = handText(last, (id) => people.find((person) => person.id === id)?.name ?? 'nobody')
    if (last.to === me || last.from === me) toast({ id: 'hands', title: words })
    else announce(words)
  }, [last, people, me])
}

function useRaisedHands(): void {
  const people = usePeople()
  const raised = usePresence((byPerson) =>
    [...byPerson.values()].flatMap((each) => (each.hand === null ? [] : each.person)),
  )
  const before = useRef(raised)
  useEffect(() => {
    const fresh = raised.filter((person) => !before.current.includes(person))
    before.current = raised
    for (const { id, name } of people) if (fresh.includes(id)) announce(`${name} raised a hand`)
  }, [raised, people])
}
