// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ActionsPanel } from '../../client/features/actions/ActionsPanel.tsx'
import { ActView } from '../../client/features/actions/ActView.tsx'
import { CloseView } from '../../client/features/close/CloseView.tsx'
import { readEntries } from '../../shared/document/read.ts'
import type { NewEntry } from '../../shared/document/write.ts'
import { createEntry, setFields } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const notes = [
  { id: 'config', text: 'Failover config was never reviewed', theme: 'failover' },
  { id: 'pages', text: 'The blog depended on Pages' },
]
const themes = [
  { id: 'failover', label: 'Failover' },
  { id: 'restores', label: 'Restores' },
]
const counted = {
  ...{ closedAt: 2, voters: 2, cast: 6 },
  votes: { 'theme:restores': 4, 'theme:failover': 1, 'note:pages': 1 } as const,
}

/** A board on which votes were counted, with these actions. */
function planning(actions: readonly NewEntry<'actions'>[] = [], options: Parameters<typeof boardAlone>[0] = {}) {
  const alone = boardAlone({ phase: 'act', notes, themes, result: counted, ...options })
  actions.forEach((action, index) => {
    createEntry(alone.board, 'actions', `action${index}`, { rank: `a${index}`, ...action })
  })
  const planned = () => readEntries(alone.board, 'actions').filter((action) => action.removed === undefined)
  return { ...alone, planned }
}

const drill = { title: 'Drill a failover', owner: 'ana', due: '2030-01-31' }

describe('planning actions', () => {
  it('[ACTIONUI1] ranks what was voted for, the most votes first', () => {
    show(planning().session, <ActView />)
    const ranking = screen.getByRole('region', { name: 'What matters most' })
    const meters = within(ranking).getAllByRole('meter', { name: 'Votes' })
    expect(meters.map((meter) => meter.ariaValueText ?? meter.getAttribute('aria-valuetext'))).toEqual(['4', '1', '1'])
    expect(
      within(ranking)
        .getAllByRole('button')
        .map((button) => button.ariaLabel ?? button.getAttribute('aria-label')),
    ).toEqual(['Add action for Restores', 'Add action for Failover', 'Add action for The blog depended on Pages'])
  })

  it('[ACTIONUI1] tells what the vote was not about apart from what nobody voted for', () => {
    const some = { ...counted, targets: ['theme:restores', 'theme:failover'], votes: { 'theme:restores': 4 } } as const
    show(planning([], { result: some }).session, <ActView />)
    const ranking = screen.getByRole('region', { name: 'What matters most' })
    expect(within(ranking).getByText('1 without votes').parentElement?.textContent).toContain('Failover')
    expect(within(ranking).getByText('1 not in this vote').parentElement?.textContent).toContain('The blog depended')
  })

  it('[ACTIONUI1] shows what a vote between equals decided', () => {
    const { session, board } = planning()
    act(() =>
      createEntry(board, 'results', 'tie', {
        ...{ phase: 'vote', openedAt: 3, closedAt: 4, voters: 2, cast: 2, late: 0, labels: {}, breaks: 'round' },
        ballot: 'secret',
        votes: { 'theme:failover': 1, 'note:pages': 2 },
      }),
    )
    show(session, <ActView />)
    expect(screen.getByText('1 vote +2 between equals')).toBeTruthy()
  })

  it('[ACTIONUI2] makes an action of a theme that knows where it came from', async () => {
    const { session, planned } = planning()
    const { user } = show(session, <ActView />)
    await user.click(screen.getByRole('button', { name: 'Add action for Restores' }))
    await user.keyboard('Rebuild a whole cluster once a quarter{Enter}')
    expect(planned()).toMatchObject([{ title: 'Rebuild a whole cluster once a quarter', source: 'theme:restores' }])

    await user.click(screen.getByRole('button', { name: 'Comes from Restores' }))
    expect(document.activeElement?.getAttribute('data-target')).toBe('theme:restores')
    await user.click(screen.getByRole('button', { name: 'Rebuild a whole cluster once a quarter' }))
    expect(document.activeElement).toBe(screen.getByRole('article', { name: 'Rebuild a whole cluster once a quarter' }))
  })

  it('[ACTIONUI3] is owned by somebody here, or by a name', async () => {
    const { session, planned } = planning([drill, drill])
    const { user } = show(session, <ActionsPanel />)
    const [first, second] = screen.getAllByRole('combobox', { name: 'Owner' })
    await user.clear(first!)
    await user.type(first!, 'Ben{Enter}')
    await user.clear(second!)
    await user.type(second!, 'Data platform team{Enter}')
    expect(planned().map((action) => action.owner)).toEqual(['ben', 'Data platform team'])
  })

  it('[ACTIONUI4] counts what lacks an owner or a date, until it has both', () => {
    const { session, board } = planning([drill, { title: 'Review the config', owner: 'ben' }])
    show(session, <ActView />)
    expect(screen.getByText('1 of 2 lacks an owner or a date')).toBeTruthy()
    act(() => void setFields(board, 'actions', 'action1', { due: '2030-02-01' }))
    expect(screen.queryByText(/lacks an owner/)).toBeNull()
  })

  it('[ACTIONUI4] hears of a date once it is whole', () => {
    const { session, planned } = planning([{ title: 'Review the config' }])
    show(session, <ActionsPanel />)
    const due = screen.getByLabelText('Due')
    fireEvent.change(due, { target: { value: '0203-02-01' } })
    expect(planned()[0]?.due).toBeNull()
    fireEvent.change(due, { target: { value: '2030-02-01' } })
    expect(planned()[0]?.due).toBe('2030-02-01')
  })

  it('[ACTIONUI5] takes a removed action back out of the bin whole', async () => {
    const { session, planned } = planning([drill])
    const { user } = show(session, <ActionsPanel />)
    await user.click(screen.getByRole('button', { name: 'Remove the action' }))
    expect(planned()).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(planned()).toMatchObject([drill])
  })

  it('[ACTIONUI6] offers an observer nothing to change', () => {
    show(planning([drill], { as: 'olga' }).session, <ActView />)
    expect(
      screen.getAllByRole('button').map((button) => button.ariaLabel ?? button.getAttribute('aria-label')),
    ).toEqual(['More details'])
    fireEvent.click(screen.getByRole('button', { name: 'More details' }))
    expect(
      screen.getAllByRole('combobox').every((field) => field instanceof HTMLElement && field.matches(':disabled')),
    ).toBe(true)
    expect(screen.getAllByRole('textbox').every((field) => field.matches(':disabled, :read-only'))).toBe(true)
  })

  it('[ACTIONUI7] takes the priority that impact and recurrence propose', async () => {
    const { session, planned } = planning([drill])
    const { user } = show(session, <ActionsPanel />)
    await user.click(screen.getByRole('button', { name: 'More details' }))
    await user.click(screen.getByRole('radio', { name: 'High impact, may recur: high priority' }))
    await user.click(screen.getByRole('button', { name: 'Set it to high' }))
    expect(planned()).toMatchObject([{ impact: 'high', recurrence: 'medium', priority: 'high' }])
    expect(screen.queryByText(/propose/)).toBeNull()
  })

  it('[ACTIONUI7] keeps an address that is none to be mended', async () => {
    const { session, planned } = planning([drill])
    const { user } = show(session, <ActionsPanel />)
    await user.click(screen.getByRole('button', { name: 'More details' }))
    const field = screen.getByLabelText('Where it is tracked')
    await user.type(field, 'tracker.example/7{Enter}')
    expect(screen.getByText(/starts with https/)).toBeTruthy()
    expect([planned()[0]?.link, field]).toMatchObject([null, { value: 'tracker.example/7' }])
    await user.clear(field)
    await user.type(field, 'https://tracker.example/7{Enter}')
    expect(planned()[0]?.link).toBe('https://tracker.example/7')
    expect(screen.queryByText(/starts with https/)).toBeNull()
  })

  it('[ACTIONUI8] stands out while it is complete and not proven', async () => {
    const { session, planned } = planning([{ ...drill, verification: 'Fail over on a Tuesday' }])
    const { user } = show(session, <ActionsPanel />)
    expect(screen.queryByLabelText('What shows that it works')).toBeNull()
    await user.selectOptions(screen.getByLabelText('Status'), 'Complete')
    expect(screen.getByText('Not proven')).toBeTruthy()
    await user.type(screen.getByLabelText('What shows that it works'), 'Took 4 min on 2 March{Enter}')
    expect(screen.queryByText('Not proven')).toBeNull()
    expect(planned()).toMatchObject([{ status: 'complete', evidence: 'Took 4 min on 2 March' }])
  })
})

describe('wrapping up', () => {
  it('[CLOSEUI1] goes from takeaways over open actions and the check-in to the report, numbers last', () => {
    show(planning([], { phase: 'close' }).session, <CloseView />)
    const takeaways = screen.getByRole('region', { name: 'What do we take away?' })
    expect(within(takeaways).getByRole('textbox', { name: 'Takeaways' })).toHaveProperty('readOnly', false)
    expect(screen.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
      'What do we take away?',
      'Who does what by when?',
      'When do we check that it is done?',
      'Take the report along',
      'The session in numbers',
    ])
  })

  it('[CLOSEUI2] lists the actions that lack an owner or a date, and moves none of them while it is mended', () => {
    const { session, board } = planning([drill, { title: 'Review the config' }, { title: 'Ask the vendor' }])
    show(session, <CloseView />)
    expect(screen.getByText('2 of 3 actions lack an owner or a date.')).toBeTruthy()
    act(() => void setFields(board, 'actions', 'action1', { owner: 'ben', due: '2030-02-01' }))
    expect(screen.getByText('1 of 3 actions lacks an owner or a date.')).toBeTruthy()
    expect(screen.getByLabelText('Due date of Review the config')).toHaveProperty('value', '2030-02-01')
    expect(screen.queryByLabelText('Due date of Drill a failover')).toBeNull()
  })

  it('[CLOSEUI3] plans a check-in on a day that can be changed, and further ones', async () => {
    const { session, board } = planning()
    const { user } = show(session, <CloseView />)
    await user.click(screen.getByRole('button', { name: 'In two weeks' }))
    expect(readEntries(board, 'checkIns').map((checkIn) => checkIn.on)).toEqual(['1970-01-15'])
    const [planned, further] = screen.getAllByLabelText('Day of the check-in')
    fireEvent.change(planned!, { target: { value: '2030-03-01' } })
    expect(readEntries(board, 'checkIns').map((checkIn) => checkIn.on)).toEqual(['2030-03-01'])
    fireEvent.change(further!, { target: { value: '2030-06-01' } })
    await user.click(screen.getByRole('button', { name: 'In a quarter' }))
    expect(
      readEntries(board, 'checkIns')
        .map((checkIn) => checkIn.on)
        .sort(),
    ).toEqual(['1970-04-02', '2030-03-01', '2030-06-01'])
  })

  it('[CLOSEUI5] plans one for each horizon with one press, and ticks it off', async () => {
    const { session, board } = planning([drill, { title: 'Drill restores', due: '1970-01-20' }])
    const { user } = show(session, <CloseView />)
    await user.click(screen.getByRole('button', { name: 'Short term (1–4 weeks), every two weeks' }))
    expect(readEntries(board, 'checkIns')).toMatchObject([{ on: '1970-01-15', horizon: 'short-term' }])
    expect(screen.queryByRole('button', { name: 'Short term (1–4 weeks), every two weeks' })).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'This check-in is done' }))
    expect(readEntries(board, 'checkIns')).toMatchObject([{ done: true }])
  })

  it('[CLOSEUI4] hands out the report in every format', () => {
    show(planning().session, <CloseView />)
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/b/board/report',
      ...['md', 'html', 'board.html', 'json', 'csv', 'timeline.csv', 'ics'].map(
        (format) => `/api/boards/board/report.${format}`,
      ),
    ])
  })
})
