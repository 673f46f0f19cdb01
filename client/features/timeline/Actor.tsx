import { Bot, UserRound } from 'lucide-react'
import { actorKind } from '../../../shared/incident/actor.ts'

const looks = {
  person: { Icon: UserRound, words: 'A person' },
  system: { Icon: Bot, words: 'A system' },
} as const

/** Who or what acted; an icon tells a person from a program where that is known. */
export function Actor({ name, people }: { readonly name: string; readonly people: readonly string[] }) {
  const kind = actorKind(name, people)
  const look = kind === 'unknown' ? null : looks[kind]
  return (
    <span className="inline-flex min-w-0 items-center gap-1">
      {look && <look.Icon aria-label={look.words} role="img" className="size-3.5 shrink-0" />}
      <span className="wrap-anywhere">{name}</span>
    </span>
  )
}
