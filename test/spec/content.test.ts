import { describe, expect, it } from 'vitest'
import { changedParts, contentParts } from '../../shared/document/content.ts'
import type { BoardSnapshot } from '../../shared/document/snapshot.ts'
import type { Approval } from '../../shared/incident/approval.ts'
import { renderReport } from '../../shared/report/render.ts'
import { everyField, fieldsOfWords } from '../support/every-field.ts'
import { reviewedBoard } from './reviewed-board.ts'

const context = { boardId: 'board-1', now: Date.UTC(2026, 2, 2) }

/** Words that are no content: control, progress, people and the session around it. */
const around = [
  ...['incident0version', 'incident0approver', 'incident0distribution', 'actions0evidence', 'actions0link'],
  ...['checkIns0what', 'people0name', 'people0another', 'people0observer', 'section0prompt', 'results0label'],
]

describe('the content of a review', () => {
  const isAround = (mark: string) => mark.startsWith('MARKagenda0') || around.some((each) => mark === `MARK${each}0`)

  it('[APPROVAL2] is every word that people write, but those of control, progress and the session', () => {
    const plain = contentParts(everyField((mark) => mark))
    const missed = fieldsOfWords().filter((mark) => {
      const changed = contentParts(everyField((each) => (each === mark ? `${each}x` : each)))
      return changedParts(plain, changed).length > 0 === isAround(mark)
    })
    expect(missed).toEqual([])
  })

  it('[APPROVAL2] is the same whether something empty is there or not, and in whatever order', async () => {
    const board = await reviewedBoard()
    const other: BoardSnapshot = {
      ...board,
      incident: { ...board.incident, regions: '', usersAffected: null },
      notes: board.notes.toReversed(),
    }
    expect(contentParts(other)).toEqual(contentParts(board))
  })

  it('[APPROVAL5] tells by section and field what has changed, with the numbers of a list', async () => {
    const board = await reviewedBoard()
    const [, ...timeline] = board.timeline
    const incident = { ...board.incident, severity: 'SEV-2' as const, errorRate: '3%' }
    const title = { ...board.session, title: 'A cut' }
    const changed = contentParts({ ...board, timeline, incident, session: title })
    expect(changedParts(contentParts(board), changed)).toEqual([
      ...['Title', 'Severity', 'Error rate'],
      `Timeline (${board.timeline.length} then, ${timeline.length} now)`,
    ])
  })

  it.each(['md', 'html'] as const)('[APPROVAL5] is compared with what was approved: as %s', async (format) => {
    const board = await reviewedBoard()
    const approval: Approval = {
      ...{ form: 1, by: 'ana', at: 0, approver: 'Dana', on: '2018-10-25', stands: false },
      parts: contentParts(board),
    }
    const now = { ...board, incident: { ...board.incident, approval, summary: 'Shorter' } }
    const { body } = renderReport(format, now, context)
    expect(body).toMatch(/Last approved by\W.*Dana, 2018-10-25/)
    expect(body).toMatch(/Changed since\W.*Summary/)
    const stands = { ...board, incident: { ...board.incident, approval: { ...approval, stands: true } } }
    expect(renderReport(format, stands, context).body).not.toContain('Changed since')
  })
})
