import { ExternalLink, X } from 'lucide-react'
import type { ReadEvent } from '../../../shared/incident/read-event.ts'
import { myZone } from '../../session/my-zone.ts'
import { momentText } from '../../session/time/times-text.ts'
import { IconButton } from '../../ui/Button.tsx'
import { linkHost } from '../../ui/link-host.ts'
import { Actor } from './Actor.tsx'
import { EventMark } from './EventMark.tsx'

/** How a line is read: when that was in UTC and here, who acted, what it is. */
export function ReadLine({
  event,
  people,
  onNoName,
}: {
  readonly event: ReadEvent
  /** Names of people, as far as they are known. */
  readonly people: readonly string[]
  /** What was taken for a name is part of the text. */
  readonly onNoName: (name: string) => void
}) {
  return (
    <div className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-sm">
      <span className="tabular shrink-0 text-ink-soft">{momentText(event.at, myZone())}</span>
      <EventMark event={event} />
      {event.actor !== '' && (
        <span className="inline-flex items-center gap-0.5 self-center rounded-sm border border-line bg-sunken pl-1.5 font-medium">
          <Actor name={event.actor} people={people} />
          <IconButton
            size="sm"
            label={`“${event.actor}” is not who did it`}
            icon={<X />}
            onClick={() => onNoName(event.actor)}
            className="size-5! min-h-0!"
          />
        </span>
      )}
      <span className="w-full wrap-anywhere whitespace-pre-wrap">{event.event}</span>
      {event.link !== null && (
        <span className="inline-flex items-center gap-1 text-ink-soft">
          <ExternalLink aria-hidden="true" className="size-3.5" />
          {linkHost(event.link)}
        </span>
      )}
    </div>
  )
}
