import type { CreateBoard } from '../../../shared/api/boards.ts'
import { boardFromExample } from '../../../shared/incident/example-board.ts'
import { type IncidentExample, loadExample } from '../../../shared/incident/examples.ts'
import { fullRecord } from './full-record.ts'
import { longTimeline } from './long-timeline.ts'
import { manyCauses } from './many-causes.ts'

/** What a board of the gallery holds, and who writes it. */
export interface Content {
  readonly board: Partial<CreateBoard>
  /** Everyone but fay, who facilitates, and olga, who observes. */
  readonly people: readonly string[]
  /** Each written by the next person in turn. */
  readonly drafts: readonly { readonly section: string; readonly text: string }[]
  /** What was said about some of them. */
  readonly discussions: readonly { readonly on: string; readonly said: string }[]
  readonly themes: readonly { readonly label: string; readonly notes: readonly string[] }[]
  readonly actions: readonly { readonly title: string; readonly owner: string | null; readonly due: string | null }[]
}

export type BoardName = 'empty' | 'typical' | 'crowded' | 'long'

/** Nothing yet; an ordinary review of eight people; more of everything than anyone planned for; and 500 events with 200 causes. */
export async function contents(): Promise<Readonly<Record<BoardName, Content>>> {
  const example = await loadExample('github-2018-network-partition')
  return { empty, typical: typicalFrom(example), crowded: crowdedFrom(example), long }
}

const empty: Content = {
  board: { title: 'Checkout returned errors for 40 minutes' },
  people: [],
  drafts: [],
  discussions: [],
  themes: [],
  actions: [],
}

const long: Content = {
  ...empty,
  board: { title: 'A day of data put back in order', timeline: longTimeline(500), causes: manyCauses(200) },
  people: ['Ana Oyelaran', 'Ben Castellanos'],
}

function typicalFrom(example: IncidentExample): Content {
  const text = (place: string) => {
    const [section = '', index = '0'] = place.split(':')
    return example.notes[section]?.[Number(index)] ?? ''
  }
  return {
    board: boardFromExample(example, { withNotes: false }),
    people: ['Ana Oyelaran', 'Ben Castellanos', 'Chidi Okafor', 'Dana Lindqvist', 'Ema Novák', 'Jun Sato'],
    drafts: Object.entries(example.notes).flatMap(([section, texts]) => texts.map((text) => ({ section, text }))),
    discussions: [
      { on: text('went-well:2'), said: 'Everyone on the call agreed within minutes. Write it down as a principle.' },
      { on: text('lessons:0'), said: 'Nobody had asked what the applications do when the primary is 60 ms away.' },
    ],
    themes: example.themes.map(({ label, notes }) => ({ label, notes: notes.map(text) })),
    actions: example.actions.slice(0, 4).map(({ title }, index) => ({
      title,
      owner: ['Ana Oyelaran', null, 'Database platform', 'Ben Castellanos'][index] ?? null,
      due: ['2030-02-28', '2030-03-14', null, null][index] ?? null,
    })),
  }
}

const longWord =
  'mysql1-primary.us-east-coast.internal.example.net/orchestrator/recovery-filters/RecoverMasterClusterFilters'

function crowdedFrom(example: IncidentExample): Content {
  const base = typicalFrom(example)
  const drafts = [
    ...base.drafts,
    ...Object.keys(example.notes).flatMap((section) => extra.map((text) => ({ section, text: `${text}` }))),
  ]
  return {
    ...base,
    board: {
      ...base.board,
      ...fullRecord,
      incident: { ...base.board.incident, ...fullRecord.incident },
      title:
        'Forty-three seconds without a network between two sites moved every database primary across the country, and a day was spent putting the data back in order',
    },
    people: [
      ...base.people,
      'Maximiliana Wolfeschlegelsteinhausenbergerdorff',
      'Bartholomew Featherstonehaugh-Cholmondeley III',
      'Þórarinn Guðmundsson',
      '李小龙',
      'محمد الفاتح',
      'Xi',
    ],
    drafts,
    discussions: [...base.discussions, { on: extra[1] ?? '', said: `See ${longWord} and the thread of that day.` }],
    themes: [
      ...base.themes,
      {
        label: 'Everything about who decides, when they decide, and how the rest of us hear of it in time',
        notes: extra,
      },
    ],
    actions: [
      ...base.actions,
      { title: `Write down what ${longWord} is allowed to do, and who is asked first`, owner: null, due: null },
      { title: 'Game day', owner: 'Maximiliana Wolfeschlegelsteinhausenbergerdorff', due: '2030-01-31' },
    ],
  }
}

const extra = [
  'On-call had no way to see which of the two sites was ahead, so three of us compared binary log positions by hand over a shared terminal for an hour and a half, which nobody had done before and nobody should have to do again.',
  `${longWord} was last changed four years ago`,
  'ok',
  'Pager went to the wrong team',
  'Line one\nLine two\n\nLine four, after an empty one',
  'Dashboards of the far site were green while its replicas were hours behind: green meant “up”, not “current”',
  'Support heard of it from users',
]
