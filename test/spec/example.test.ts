import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createBoardBody } from '../../shared/api/boards.ts'
import { boardFromExample } from '../../shared/incident/example-board.ts'
import { examples, type IncidentExample, loadExample } from '../../shared/incident/examples.ts'

/** Every text and number of a file, with what only names things inside it left out. */
function factsOf(example: IncidentExample): readonly string[] {
  const { themes, timeline, actions, contributingFactors, ...others } = example
  const kinds = new Set(['prevent', 'detect', 'process', 'mitigate'])
  const leaves = (value: unknown): readonly string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [String(value)]
  return [
    ...leaves(others),
    ...themes.map(({ label }) => label),
    ...leaves([timeline, actions, contributingFactors]).filter((fact) => !kinds.has(fact)),
  ]
}

describe('an example', () => {
  it('[EXAMPLE1] becomes a board that holds every fact', async () => {
    for (const { slug } of examples) {
      const example = await loadExample(slug)
      const board = JSON.stringify(boardFromExample(example, { withNotes: true }))
      const missing = factsOf(example).filter((fact) => !board.includes(JSON.stringify(fact).slice(1, -1)))
      expect(missing).toEqual([])
    }
  })

  it('[EXAMPLE1] becomes a board that the server takes', async () => {
    for (const { slug } of examples) {
      const board = boardFromExample(await loadExample(slug), { withNotes: true })
      expect(v.safeParse(createBoardBody, { ...board, name: 'fay' }).issues).toBeUndefined()
    }
  })

  it('[EXAMPLE1] keeps its notes in their themes, its whys in a chain and its milestones on the timeline', async () => {
    const board = boardFromExample(await loadExample('cloudflare-2019-waf-regex'), { withNotes: true })
    const inFirstTheme = board.notes.filter((note) => note.theme === board.themes[0]?.id)
    expect(inFirstTheme.map(({ id }) => id)).toEqual([
      'note-lessons-0',
      'note-lessons-5',
      'note-future-considerations-1',
      'note-ongoing-problems-0',
    ])
    const whys = board.causes.filter(({ kind }) => kind === 'why')
    expect(whys.map(({ parent }) => parent)).toEqual([null, ...whys.slice(0, -1).map(({ id }) => id)])
    expect(board.timeline.flatMap(({ at, milestone }) => (milestone === null ? [] : [[milestone, at]]))).toEqual([
      ['started', board.incident.startedAt],
      ['detected', board.incident.detectedAt],
      ['mitigation-started', board.incident.mitigationStartedAt],
      ['restored', board.incident.restoredAt],
      ['closed', board.incident.closedAt],
    ])
  })

  it('[EXAMPLE1] gives two milestones of one moment to two events of that moment', async () => {
    const example = await loadExample('roblox-2021-consul')
    const last = example.timeline.slice(-1)
    const { timeline } = boardFromExample({ ...example, timeline: [...last, ...last, ...last] }, { withNotes: false })
    expect(timeline.map(({ kind, milestone }) => [kind, milestone])).toEqual([
      ['milestone', 'restored'],
      ['milestone', 'closed'],
      ['action', null],
    ])
  })

  it('[EXAMPLE2] can leave the reflecting to the team', async () => {
    const example = await loadExample('github-2018-network-partition')
    const whole = boardFromExample(example, { withNotes: true })
    expect(boardFromExample(example, { withNotes: false })).toEqual({ ...whole, notes: [], themes: [], actions: [] })
  })

  it('[EXAMPLE3] is listed as its file says', async () => {
    for (const { summary: _, date, ...listed } of examples) {
      const example = await loadExample(listed.slug)
      expect(example).toMatchObject(listed)
      expect(example.milestones.started?.slice(0, 10)).toBe(date)
    }
    const files = readdirSync(fileURLToPath(new URL('../../shared/incident/examples', import.meta.url)))
    expect(examples.map(({ slug }) => `${slug}.json`).toSorted()).toEqual(files.toSorted())
  })
})
