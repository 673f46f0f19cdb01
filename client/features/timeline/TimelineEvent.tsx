import { ArrowRight, ExternalLink, Link2, Pencil } from 'lucide-react'
import { memo } from 'react'
import { target } from '../../../shared/review/target.ts'
import { useEntry } from '../../session/hooks.ts'
import { Links, useLinking } from '../../session/linking.tsx'
import { myZone } from '../../session/my-zone.ts'
import { twoClocks } from '../../session/time/times-text.ts'
import { IconButton } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { linkHost } from '../../ui/link-host.ts'
import { Actor } from './Actor.tsx'
import { EventMark } from './EventMark.tsx'

interface TimelineEventProps {
  readonly id: string
  readonly isLast: boolean
  /** False: keeps its place, and is filled later. */
  readonly isDrawn: boolean
  /** Names of people, as far as they are known. */
  readonly people: readonly string[]
  /** Null where I may not; the same for all events, so that one that changes draws no other again. */
  readonly onEdit: ((id: string) => void) | null
}

/** One event, and what others are led to where they are led to it. */
export const TimelineEvent = memo(function TimelineEvent({ isDrawn, ...event }: TimelineEventProps) {
  return (
    <div
      data-target={`event:${event.id}`}
      tabIndex={-1}
      className="group relative grid min-h-12 grid-cols-[7.5rem_1.25rem_1fr] @max-sm:grid-cols-[6rem_1.25rem_1fr] rounded-md px-2 hover:bg-ink/3 focus-within:bg-ink/3"
    >
      {isDrawn && <Told {...event} />}
    </div>
  )
})

/** As it is read: the time, what was seen, who did what about it. */
function Told({ id, isLast, people, onEdit }: Omit<TimelineEventProps, 'isDrawn'>) {
  const entry = useEntry('timeline', id)
  const { pick } = useLinking()
  if (entry === undefined) return null
  const { at, event, actor, action, milestone, link } = entry
  const clocks = twoClocks(at, myZone())
  return (
    <>
      <div className="py-2 leading-tight">
        <span className="tabular block font-medium">{clocks?.utc ?? at}</span>
        {clocks?.mine && <span className="tabular block text-sm text-ink-soft">{clocks.mine}</span>}
      </div>
      <div aria-hidden="true" className="relative flex justify-center">
        <span className={classes('absolute top-0 w-px bg-line', isLast ? 'h-4' : 'bottom-0')} />
        <span
          className={classes(
            'relative mt-3 rounded-full border-2',
            milestone !== null ? 'size-3 border-ink bg-ink' : 'size-2.5 border-line-strong bg-surface',
          )}
        />
      </div>
      <div className="min-w-0 py-2 pr-16 pl-2">
        <EventMark event={entry} className="mb-1" />
        <p className="wrap-anywhere whitespace-pre-wrap">{event}</p>
        {(actor !== '' || action !== '' || link !== null) && (
          <p className="mt-0.5 flex flex-wrap items-center gap-x-1.5 text-sm text-ink-soft">
            {actor !== '' && <Actor name={actor} people={people} />}
            {action !== '' && (
              <span className="inline-flex items-center gap-1">
                <ArrowRight aria-label="did" className="size-3.5 shrink-0" />
                {action}
              </span>
            )}
            {link !== null && (
              <a href={link} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 underline">
                <ExternalLink aria-hidden="true" className="size-3.5" />
                {linkHost(link)}
              </a>
            )}
          </p>
        )}
        <Links target={target('event', id)} />
      </div>
      {onEdit && (
        <span className="absolute top-1.5 right-1 flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          <IconButton
            size="sm"
            label={`Link the event of ${clocks?.utc ?? at} UTC`}
            icon={<Link2 />}
            onClick={() => pick(target('event', id))}
          />
          <IconButton
            size="sm"
            label={`Edit the event of ${clocks?.utc ?? at} UTC`}
            icon={<Pencil />}
            onClick={() => onEdit(id)}
          />
        </span>
      )}
    </>
  )
}
