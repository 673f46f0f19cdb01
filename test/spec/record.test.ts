import { describe, expect, it } from 'vitest'
import { reviewClock } from '../../shared/incident/review-due.ts'
import { renderReport } from '../../shared/report/render.ts'
import { everyField, fieldsOfWords } from '../support/every-field.ts'

const context = { boardId: 'board-1', now: Date.UTC(2026, 2, 2) }
const roots = ['incident', 'services', 'responders', 'communications', 'references', 'followUps']
const marks = fieldsOfWords().filter((mark) => roots.some((root) => mark.startsWith(`MARK${root}0`)))

describe('the record', () => {
  it.each(['md', 'html', 'json'] as const)('[RECORD1] is told whole by the report: as %s', (format) => {
    const { body } = renderReport(
      format,
      everyField((mark) => mark),
      context,
    )
    expect(marks.length).toBeGreaterThan(45)
    expect(marks.filter((mark) => !body.includes(mark))).toEqual([])
  })

  it.each(['md', 'html'] as const)('[RECORD1] is told with its numbers, choices and dates: as %s', (format) => {
    const board = everyField((mark) => mark)
    const incident = {
      ...board.incident,
      ...{ usersAffected: 28_000_000, tickets: 1412, downtimeMinutes: 90 },
      ...({ kind: 'critical-bug', severity: 'SEV-2', status: 'final', classification: 'confidential' } as const),
      ...{ reviewedOn: '2031-01-01', approvedOn: '2031-01-02', nextReview: '2031-01-03' },
    }
    const { body } = renderReport(format, { ...board, incident }, context)
    const told = [
      ...['28,000,000', '1,412', '1 h 30 min', 'Critical bug', 'SEV-2', 'Final', 'Confidential'],
      ...['2031-01-01', '2031-01-02', '2031-01-03'],
    ]
    expect(told.filter((words) => !body.includes(words))).toEqual([])
  })
})

describe('the clock of a review', () => {
  const at = Date.parse
  const agenda = [{ id: 'welcome', kind: 'welcome' as const, title: '', minutes: 5 }]
  const preparing = { agenda, visits: [{ phase: 'welcome', at: at('2026-03-01T09:00:00Z') }] }
  const heldAt = (moment: string) => ({ agenda, visits: [...preparing.visits, { phase: 'facts', at: at(moment) }] })
  const restored = '2026-03-01T08:00:00Z'
  const dueAt = at('2026-03-03T08:00:00Z')

  it('[SEV3] tells how much of the 48 hours is left', () => {
    expect(reviewClock(preparing, restored, at('2026-03-03T07:30:00Z'))).toEqual({
      ...{ state: 'running', dueAt, apartMs: 30 * 60_000 },
    })
    expect(reviewClock(preparing, restored, dueAt + 60_000)).toEqual({ state: 'overdue', dueAt, apartMs: 60_000 })
  })

  it('[SEV3] tells, once it was held, whether that was in time, whenever one looks', () => {
    const late = dueAt + 1_000_000_000
    expect(reviewClock(heldAt('2026-03-02T08:00:00Z'), restored, late)).toMatchObject({ state: 'in-time' })
    expect(reviewClock(heldAt('2026-03-03T09:00:00Z'), restored, late)).toEqual({
      ...{ state: 'late', dueAt, apartMs: 3_600_000 },
    })
  })

  it('[SEV4] takes the day that the record states for the day of the review', () => {
    const long = heldAt('2026-11-22T15:00:00Z')
    expect(reviewClock({ ...long, reviewedOn: '2026-03-03' }, restored, dueAt)).toMatchObject({ state: 'in-time' })
    expect(reviewClock({ ...preparing, reviewedOn: '2026-03-04' }, restored, dueAt)).toEqual({
      ...{ state: 'late', dueAt, apartMs: 16 * 3_600_000 },
    })
  })

  it('[SEV3] knows nothing without a restore', () => {
    expect(reviewClock(preparing, null, dueAt)).toEqual({ state: 'unknown' })
  })
})
