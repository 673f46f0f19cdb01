import * as Y from 'yjs'
import type { Command } from '../../shared/api/commands.ts'
import { apiPaths } from '../../shared/api/paths.ts'
import { deskSchema } from '../../shared/document/desk-schema.ts'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { boardSchema, type DocumentSchema } from '../../shared/document/schema.ts'
import { createDraft } from '../../shared/document/write.ts'
import type { PlainClient } from '../support/plain-client.ts'
import { entryOf } from '../support/samples.ts'
import { openPlainBoard, type PlainBoard, type PlainPerson } from '../support/world.ts'
import { Ledger } from './ledger.ts'

/**
 * Who is there: ana and ben take part, fay and kim facilitate, olga observes, rex was removed, and zoe facilitates
 * another board. ben and fay are honest throughout.
 */
export type Name = 'ana' | 'ben' | 'fay' | 'kim' | 'olga' | 'rex' | 'zoe'

export type DocumentName = 'board' | 'desk'

/** Ids that stand on the board under attack. */
export const planted = { note: 'deploys', bensNote: 'alerts', draft: 'anas-draft', bensDraft: 'bens-draft' } as const

/** A board that honest people work on while others attack it. */
export interface Scene {
  readonly origin: string
  /** Signs the cookies of this server. */
  readonly secret: string
  readonly board: PlainBoard
  readonly otherBoard: PlainBoard
  readonly people: Readonly<Record<Name, PlainPerson>>
  readonly schemas: Readonly<Record<DocumentName, DocumentSchema>>
  /** The board, and the desk of ana. */
  readonly ledgers: Readonly<Record<DocumentName, Ledger>>
  readonly witness: PlainClient
  /** ben, as others are shown that he is here. */
  readonly speaker: { readonly bensClient: number; ben(state: object): void }
  /** From before rex was removed. */
  readonly rexsLink: string
  /** fay carries out a command, and the ledgers take in what follows from it. */
  command(command: Command): Promise<void>
  /** The ledgers take in what the server wrote, rightly. */
  settle(): Promise<void>
  /** In what the board, and the desks of ana and ben, differ from what honest people wrote. */
  differences(): Promise<readonly string[]>
  /** Honest connections that the server has ended. */
  readonly hurt: readonly string[]
  close(): void
}

export async function openScene(origin: string, secret: string): Promise<Scene> {
  const board = await openPlainBoard(origin)
  const otherBoard = await openPlainBoard(origin)
  const [ana, ben, kim, olga, rex] = [
    await board.person('ana'),
    await board.person('ben'),
    await board.person('kim', 'facilitator'),
    await board.person('olga'),
    await board.person('rex'),
  ]
  const people = { ana, ben, kim, olga, rex, fay: board.fay, zoe: otherBoard.fay }
  const clients = {
    witness: board.fay.board(),
    ben: ben.board(),
    anasDesk: ana.desk(),
    anasOtherTab: ana.desk(),
    bensDesk: ben.desk(),
  }
  await Promise.all(Object.values(clients).map((client) => client.synced()))
  const hurt: string[] = []
  for (const [name, client] of Object.entries(clients))
    void client.closed.then(({ code, reason }) => hurt.push(`${name} ${code} ${reason}`))

  await plant(board, clients)
  const rexsLink = await rex.send('POST', apiPaths.link(board.id))
  const { link }: { readonly link: string } = await rexsLink.json()
  await board.fay.command({ type: 'person.remove', person: rex.id })
  await clients.witness.sees((doc) => readEntries(doc, 'people').some(({ left }) => left !== undefined))
  await clients.ben.sees((doc) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(clients.witness.doc)))

  const ledgers = {
    board: new Ledger({
      schema: boardSchema,
      writer: clients.ben,
      witness: clients.witness,
      // Actions go on where a board is closed.
      touch: (doc, n) =>
        doc
          .getMap<Y.Map<unknown>>('actions')
          .get('a-actions')
          ?.set('rank', n % 2 ? 'a1' : 'a2'),
    }),
    desk: new Ledger({
      schema: deskSchema,
      writer: clients.anasDesk,
      witness: clients.anasOtherTab,
      touch: (doc, n) => doc.getMap('ballots').set('rehearsal/note:deploys', n % 50),
    }),
  }
  const bensDesk = Y.snapshot(clients.bensDesk.doc)
  const settle = async () => {
    for (const ledger of Object.values(ledgers)) {
      await ledger.differences()
      ledger.renew()
    }
  }

  return {
    origin,
    secret,
    board,
    otherBoard,
    people,
    schemas: { board: boardSchema, desk: deskSchema },
    ledgers,
    witness: clients.witness,
    speaker: {
      bensClient: clients.ben.doc.clientID,
      ben: (state) => clients.ben.provider.awareness.setLocalState(state),
    },
    rexsLink: link.split('#')[1] ?? '',
    async command(command) {
      const answer = await board.fay.command(command)
      if (!answer.ok) throw new Error(`${command.type} was answered ${answer.status}: ${await answer.text()}`)
      await settle()
    },
    settle,
    async differences() {
      const [onBoard, onDesk] = await Promise.all([ledgers.board.differences(), ledgers.desk.differences()])
      const isSameDesk = Y.equalSnapshots(bensDesk, Y.snapshot(clients.bensDesk.doc))
      return [...onBoard, ...onDesk.map((each) => `ana's desk: ${each}`), ...(isSameDesk ? [] : ["ben's desk"])]
    },
    hurt,
    close() {
      board.hangUp()
      otherBoard.hangUp()
    },
  }
}

/** At least one entry in every root: notes of ana and of ben, a counted round, and one of whatever people may create. */
async function plant(
  board: PlainBoard,
  clients: Readonly<Record<'witness' | 'ben' | 'anasDesk' | 'bensDesk', PlainClient>>,
) {
  const { witness, ben, anasDesk, bensDesk } = clients
  const phase = (kind: string) => readFlat(witness.doc, 'session').agenda.find((item) => item.kind === kind)?.id ?? ''
  createDraft(anasDesk.doc, planted.note, { section: 'lessons', text: 'Deploys on Friday 😀', rank: 'a0' })
  createDraft(bensDesk.doc, planted.bensNote, { section: 'lessons', text: 'Alerts came late 😀', rank: 'a1' })
  await Promise.all([anasDesk.saved(), bensDesk.saved()])
  await board.fay.command({ type: 'phase.go', phase: phase('vote') })
  await board.fay.command({ type: 'phase.next' })
  await board.fay.command({ type: 'phase.go', phase: phase('reflect') })
  createDraft(anasDesk.doc, planted.draft, { section: 'lessons', text: 'Not to be seen yet', rank: 'a2' })
  createDraft(bensDesk.doc, planted.bensDraft, { section: 'lessons', text: 'Nor this', rank: 'a2' })
  for (const [root, spec] of Object.entries(boardSchema)) {
    if (spec.shape === 'entries' && spec.create === 'participant') {
      ben.doc.getMap(root).set(`a-${root}`, entryOf(spec, root))
    }
  }
  await Promise.all([ben.saved(), anasDesk.saved(), bensDesk.saved()])
  await witness.sees((doc) => Y.getState(doc.store, ben.doc.clientID) >= Y.getState(ben.doc.store, ben.doc.clientID))
}
