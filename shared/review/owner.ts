import type { Person } from './people.ts'

type Named = Pick<Person, 'id' | 'name'>

/** The name of an owner: of somebody on the board, else what was typed; null where nobody owns it. */
export function ownerName(people: readonly Named[], owner: string | null): string | null {
  if (owner === null || owner.trim() === '') return null
  return people.find((person) => person.id === owner)?.name ?? owner
}

/**
 * What to keep as the owner when somebody types a name: the person on the board who is called that, whatever the case,
 * else the name itself; null where nothing is typed. Of several with one name the one who joined first. [ACTION5]
 */
export function ownerNamed(
  people: readonly (Named & Pick<Person, 'left' | 'joinedAt'>)[],
  typed: string,
): string | null {
  const name = typed.trim()
  if (name === '') return null
  const same = people.filter((person) => person.left === undefined && sameName(person.name, name))
  const exact = same.filter((person) => person.name === name)
  const [first] = (exact.length > 0 ? exact : same).sort((a, b) => a.joinedAt - b.joinedAt)
  return first?.id ?? name
}

function sameName(a: string, b: string): boolean {
  return a.toLocaleLowerCase() === b.toLocaleLowerCase()
}
