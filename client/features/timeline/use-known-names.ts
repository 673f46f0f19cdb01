import { useMemo } from 'react'
import type { Entry } from '../../../shared/document/schema.ts'
import { isLive } from '../../../shared/review/placement.ts'
import { sameJson } from '../../session/equal.ts'
import { useEntries } from '../../session/hooks.ts'

/** Who can be meant by a name: the people of the board and who responded. */
export function usePeopleNames(): readonly string[] {
  const people = useEntries('people', peopleNames, sameJson)
  const responders = useEntries('responders', responderNames, sameJson)
  return useMemo(() => distinct([...people, ...responders]), [people, responders])
}

/** The same, and whoever acts on the timeline already: programs and teams too. */
export function useActorNames(): readonly string[] {
  const people = usePeopleNames()
  const actors = useEntries('timeline', actorNames, sameJson)
  return useMemo(() => distinct([...people, ...actors]), [people, actors])
}

function peopleNames(all: ReadonlyMap<string, Entry<'people'>>): readonly string[] {
  return [...all.values()].sort((a, b) => a.joinedAt - b.joinedAt).map(({ name }) => name)
}

function responderNames(all: ReadonlyMap<string, Entry<'responders'>>): readonly string[] {
  return [...all.values()].filter(isLive).map(({ name }) => name)
}

function actorNames(all: ReadonlyMap<string, Entry<'timeline'>>): readonly string[] {
  return distinct([...all.values()].filter(isLive).map(({ actor }) => actor))
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => name.trim() !== '')
}
