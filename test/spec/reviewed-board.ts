import * as Y from 'yjs'
import { readFlat } from '../../shared/document/read.ts'
import type { BoardSnapshot } from '../../shared/document/snapshot.ts'
import { createFlatTexts } from '../../shared/document/write.ts'
import { boardFromExample } from '../../shared/incident/example-board.ts'
import { loadExample } from '../../shared/incident/examples.ts'
import { defaultSections } from '../../shared/review/sections.ts'
import { defaultSettings } from '../../shared/review/session.ts'
import { note, person, phase } from './board.ts'

const at = (moment: string) => Date.parse(moment)

/** An incident, the one of GitHub in 2018 where none is named, after a whole session: fay facilitated, ana and ben took part, olga observed. */
export async function reviewedBoard(
  change: Partial<BoardSnapshot> = {},
  slug: Parameters<typeof loadExample>[0] = 'github-2018-network-partition',
): Promise<BoardSnapshot> {
  const board = boardFromExample(await loadExample(slug), { withNotes: true })
  const agenda = (['welcome', 'facts', 'reflect', 'discuss', 'group', 'vote', 'act', 'close'] as const).map((kind) =>
    phase(kind),
  )
  return {
    session: {
      title: board.title,
      status: 'closed',
      phase: 'close',
      agenda,
      visits: [
        { phase: 'welcome', at: at('2018-10-22T09:00:00Z') },
        { phase: 'facts', at: at('2018-10-24T09:05:00Z') },
      ],
      timer: null,
      settings: defaultSettings,
      sections: defaultSections,
      spotlight: null,
      round: 'round-1',
      schema: 1,
    },
    incident: {
      ...emptyRecord,
      ...board.incident,
      resolution: 'Restored from backup, resynchronised both coasts, moved the primaries back East.',
      takeaways: '- Failover may only do what applications survive.\n- Rehearse rebuilding everything at once.',
    },
    people: [
      person('fay', { name: 'Fay', role: 'facilitator', counts: false, joinedAt: 1 }),
      person('ana', { name: 'Ana', joinedAt: 2 }),
      person('ben', { name: 'Ben', joinedAt: 3 }),
      person('olga', { name: 'Olga', role: 'observer', joinedAt: 4 }),
    ],
    results: [
      {
        id: 'round-1',
        phase: 'vote',
        ballot: 'secret',
        openedAt: at('2018-10-24T09:40:00Z'),
        closedAt: at('2018-10-24T09:45:00Z'),
        voters: 2,
        cast: 10,
        votes: { 'theme:theme-0': 5, 'theme:theme-1': 3, 'note:note-ongoing-problems-1': 2 },
        labels: {},
        late: 0,
      },
    ],
    notes: board.notes.map(({ id, ...fields }, index) =>
      note(id, { ...fields, author: index % 2 === 0 ? 'ana' : 'ben', discussion: discussions[id] ?? '' }),
    ),
    themes: board.themes.map((theme) => ({ ...theme, discussion: '' })),
    actions: board.actions.map((action) => ({ ...action, ...decided[action.id] })),
    services: board.services,
    responders: board.responders,
    checkIns: [{ id: 'check-in', on: '2018-11-21', what: 'Is promotion across regions off everywhere?' }],
    timeline: board.timeline,
    causes: board.causes,
    communications: [],
    references: [],
    followUps: [],
    links: [],
    edits: [],
    ...change,
  }
}

export const emptyRecord: BoardSnapshot['incident'] = blankRecord()

function blankRecord(): BoardSnapshot['incident'] {
  const doc = new Y.Doc()
  createFlatTexts(doc)
  return readFlat(doc, 'incident')
}

const discussions: Readonly<Record<string, string>> = {
  'note-lessons-0': 'Ben: the limit was never written down.\nWe agreed that it belongs next to the failover config.',
}

const decided: Readonly<Record<string, Partial<BoardSnapshot['actions'][number]>>> = {
  'action-0': {
    owner: 'ana',
    due: '2018-10-29',
    source: 'theme:theme-0',
    verification: 'A failover drill inside of one region',
    link: 'https://tracker.example/1234',
  },
  'action-1': { owner: 'Data platform team', due: '2018-11-12', status: 'in-progress' },
}
