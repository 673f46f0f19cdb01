import type { Commit, Member } from '../../server/store/port.ts'

/** A commit that writes what is given, and nothing else. */
export function aCommit(parts: Partial<Commit> = {}): Commit {
  return {
    updates: [],
    bindings: [],
    members: [],
    draftAuthors: [],
    invites: [],
    commands: [],
    listing: null,
    ...parts,
  }
}

export function aMember(name: string, parts: Partial<Member> = {}): Member {
  return { id: name, name, color: 'blue', role: 'participant', joinedAt: 1000, counts: true, ...parts }
}

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
