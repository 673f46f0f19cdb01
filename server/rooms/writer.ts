import type * as Y from 'yjs'
import { readEntry } from '../../shared/document/read.ts'
import { createEntry, setFields } from '../../shared/document/write.ts'
import type { Member } from '../store/port.ts'
import type { Journal } from './journal.ts'
import type { BoardWriter } from './live-board.ts'
import type { Memory } from './memory.ts'

export interface WriterParts {
  readonly memory: Memory
  readonly journal: Journal
  desk(person: string): Y.Doc
  dismiss(person: string): void
}

/** Writes into memory and into the next commit at once. */
export function boardWriter({ memory, journal, desk, dismiss }: WriterParts): BoardWriter {
  return {
    board: memory.doc,
    desk,
    setMember(member) {
      memory.members.set(member.id, member)
      journal.gather().addMember(member)
      setPeopleEntry(memory.doc, member)
    },
    setInvite(invite) {
      memory.invites.set(invite.role, invite)
      journal.gather().addInvite(invite)
    },
    rememberDraftAuthor(note, person) {
      memory.draftAuthors.set(note, person)
      journal.gather().addDraftAuthor(note, person)
    },
    rememberCommand(id) {
      memory.commands.add(id)
      journal.gather().addCommand(id)
    },
    dismiss(person) {
      journal.whenCommitted({ committed: () => dismiss(person), failed: () => {} })
    },
  }
}

function setPeopleEntry(board: Y.Doc, member: Member): void {
  const { id, name, color, role, joinedAt, counts, left } = member
  const known = readEntry(board, 'people', id)
  if (known) setFields(board, 'people', id, { name, color, role, joinedAt, counts, left })
  else
    createEntry(board, 'people', id, { name, color, role, joinedAt, counts, ...(left === undefined ? {} : { left }) })
}
