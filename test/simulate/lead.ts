import type { Command } from '../../shared/api/commands.ts'
import { itemAfter, plannedMinutes } from '../../shared/review/agenda.ts'
import { target } from '../../shared/review/target.ts'
import type { Attendee } from './attendee.ts'
import type { Pace } from './pace.ts'

/** Of a vote's time so much goes by before it is counted. */
const beforeCount = 0.8
const topics = 4

/** Leads a review from the phase it is in through the rest of its agenda, which takes so many minutes as people take them. */
export async function lead(fay: Attendee, pace: Pace, minutes: number, say: (line: string) => void): Promise<void> {
  const { view } = fay.session
  const planned = plannedMinutes(view.session.get().agenda)
  const send = async (command: Command) => {
    const answer = await fay.session.command(command)
    if (!answer.allowed) say(`${command.type}: ${answer.reason.detail}`)
  }
  for (;;) {
    const session = view.session.get()
    const { item } = fay
    const seconds = (minutes * 60 * (item.minutes ?? planned / session.agenda.length)) / planned
    say(item.title)
    await send({ type: 'timer.start', seconds: Math.max(1, Math.round(seconds / pace.speed)) })
    if (item.kind === 'discuss') await discuss(fay, pace, seconds, send)
    else if (item.kind === 'vote') await count(fay, pace, seconds, send)
    else await pace.take(seconds)
    const next = itemAfter(view.session.get())
    if (next === null) return
    while (!isAnybodyDone(fay)) await pace.take(1)
    await send({ type: 'phase.next' })
    while (fay.item.id !== next.id) await pace.take(0.1)
  }
}

type Send = (command: Command) => Promise<void>

/** One note after the other in the spotlight. */
async function discuss(fay: Attendee, pace: Pace, seconds: number, send: Send): Promise<void> {
  for (let topic = 0; topic < topics; topic += 1) {
    const note = fay.chance.of([...fay.session.view.placement.get().notes.keys()])
    if (note !== undefined) await send({ type: 'spotlight.set', target: target('note', note) })
    await pace.take(seconds / topics)
  }
  await send({ type: 'spotlight.set', target: null })
}

async function count(fay: Attendee, pace: Pace, seconds: number, send: Send): Promise<void> {
  await pace.take(seconds * beforeCount)
  while (!isAnybodyDone(fay)) await pace.take(1)
  await send({ type: 'round.close' })
  await pace.take(seconds * (1 - beforeCount))
}

/** However little time they had: nothing ends before somebody was through with it. */
function isAnybodyDone({ session }: Attendee): boolean {
  const progress = session.presence.everyone.get().server?.progress
  if (progress?.attribution === 'anonymous') return progress.ready > 0
  return Object.values(progress?.people ?? {}).some(({ ready }) => ready)
}
