import { type Context, Hono } from 'hono'
import { describeRoute } from 'hono-openapi'
import {
  type BoardAnswer,
  type BrowserIs,
  type Invitation,
  invitationBody,
  type Join,
  joinBody,
  patchMeBody,
} from '../../shared/api/boards.ts'
import { inviteLink } from '../../shared/api/paths.ts'
import { readFlat } from '../../shared/document/read.ts'
import { cleanName } from '../../shared/review/names.ts'
import { type AdmissionRefusal, admit } from '../auth/admission.ts'
import { inviteOf } from '../auth/invites.ts'
import { recordArrival } from '../facilitation/leading.ts'
import type { LiveBoard } from '../rooms/live-board.ts'
import type { Member } from '../store/port.ts'
import { boardAnswer, described, invitationAnswer, linkAnswer, meAnswer, meOf } from './answers.ts'
import type { RouteParts } from './app.ts'
import type { Asked } from './asking.ts'
import { jsonBody, noForm } from './json-body.ts'
import type { HttpLimits } from './limits.ts'
import { invalidField, inviteExpired, type RequestProblem, removedFromBoard, tooManyPeople } from './problem.ts'
import { byPerson, limited } from './rate-limits.ts'

/** Coming to a board, and who I am on it. */
export function peopleRoutes({ asking, limits, httpLimits, now, newId, publicUrl, selfLinks, store }: RouteParts) {
  const { identified, onBoard, member } = asking
  const joining = limited(limits.joining, asking.addressOf)

  /** The member whose link to themselves this is; undefined: it is none. */
  async function useLink(live: LiveBoard, secret: string): Promise<Member | undefined> {
    const person = await selfLinks.use(live.id, secret)
    if (person === undefined) return undefined
    const me = live.members.get(person)
    if (me === undefined || me.left !== undefined) throw removedFromBoard()
    return me
  }

  async function joinWithInvite(live: LiveBoard, person: string, { invite, name }: Join): Promise<Member> {
    const outcome = await live.write((writer) => {
      const arrival = { person, secret: invite, name, at: now() }
      const door = { members: live.members, invites: live.invites.values(), mostPeople: httpLimits.peoplePerBoard }
      const admission = admit(arrival, door)
      if (admission.allowed) {
        recordArrival(writer, live.members.get(person), admission.value, now())
        writer.setMember(admission.value)
      }
      return admission
    })
    if (!outcome.allowed) throw admissionProblem[outcome.reason](httpLimits)
    return outcome.value
  }

  return new Hono<Asked>()
    .post(
      '/boards/:id/invitation',
      describeRoute(described('What a link leads to', { 200: invitationAnswer })),
      joining,
      onBoard,
      jsonBody(invitationBody),
      async (c) => {
        const { live } = c.var
        const secret = c.req.valid('json').invite
        const title = readFlat(live.doc, 'session').title
        const here = [...live.members.values()].filter(({ left }) => left === undefined)
        const invite = inviteOf(live.invites.values(), secret)
        const self = invite ? undefined : await selfLinks.personOf(live.id, secret)
        const people = here.filter(({ id }) => invite !== undefined || id === self).map(({ name }) => name)
        if (people.length === 0 && invite === undefined) throw inviteExpired()
        await live.settled()
        const answer: Invitation = {
          title,
          role: invite?.role ?? null,
          people,
          ...(self !== undefined && { browserIs: browserIs(asking.personOf(c), self) }),
        }
        return c.json(answer)
      },
    )
    .post(
      '/boards/:id/join',
      describeRoute(described('Join with an invite, or come back as oneself with a link', { 200: boardAnswer })),
      joining,
      onBoard,
      jsonBody(joinBody),
      async (c) => {
        const { live } = c.var
        const body = c.req.valid('json')
        const me =
          (await useLink(live, body.invite)) ?? (await joinWithInvite(live, asking.personOf(c) ?? newId(), body))
        asking.remember(c, me.id)
        const { title } = readFlat(live.doc, 'session')
        const answer: BoardAnswer = { board: { id: live.id, title, epoch: await store.epoch() }, me: meOf(me) }
        await live.settled()
        return c.json(answer)
      },
    )
    .patch(
      '/boards/:id/me',
      describeRoute(described('Change my name, colour, or whether I count', { 200: meAnswer })),
      identified,
      onBoard,
      member,
      limited(limits.changes, byPerson),
      jsonBody(patchMeBody),
      async (c) => {
        const { live, person } = c.var
        const { name, ...others } = c.req.valid('json')
        const cleaned = name === undefined ? undefined : cleanName(name)
        if (cleaned === '') throw invalidField('name', 'a name')
        const me = await live.write((writer) => {
          const before = live.members.get(person)
          if (before === undefined || before.left !== undefined) throw removedFromBoard()
          const after = { ...before, ...others, name: cleaned ?? before.name }
          writer.setMember(after)
          return after
        })
        return c.json({ me: { ...meOf(me), color: me.color, counts: me.counts } })
      },
    )
    .post(
      '/boards/:id/me/link',
      describeRoute(described('A link that makes another browser me: once, within 10 minutes', { 200: linkAnswer })),
      identified,
      onBoard,
      member,
      limited(limits.changes, byPerson),
      noForm,
      async (c) => {
        const { live, person } = c.var
        const secret = await selfLinks.offer(live.id, person)
        return c.json({ link: inviteLink(publicUrl ?? requestOrigin(c), live.id, secret) })
      },
    )
}

/** Whoever is asked first can't be made somebody else by a link that others sent them. [UI8] */
function browserIs(person: string | undefined, self: string): BrowserIs {
  if (person === undefined) return 'nobody'
  return person === self ? 'the-same' : 'somebody-else'
}

const admissionProblem: Readonly<Record<AdmissionRefusal, (limits: HttpLimits) => RequestProblem>> = {
  'invite-expired': inviteExpired,
  removed: () => removedFromBoard(),
  'name-missing': () => invalidField('name', 'a name'),
  'too-many-people': ({ peoplePerBoard }) => tooManyPeople(peoplePerBoard),
}

/** Our address as this browser knows it. */
function requestOrigin(c: Context): string {
  return c.req.header('Origin') ?? new URL(c.req.url).origin
}
