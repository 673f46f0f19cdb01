// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { BoardDrawers } from '../../client/app/BoardDrawers.tsx'
import { FactsView } from '../../client/app/FactsView.tsx'
import { useBoardPanels } from '../../client/app/use-board-panels.ts'
import { Timeline } from '../../client/features/timeline/Timeline.tsx'
import { PanelsProvider } from '../../client/session/panels.tsx'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { createEntry, fillFlat, setFlat } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

beforeAll(() => {
  process.env.TZ = 'Europe/Berlin'
})
clearBetweenTests()

/** A review of the GitHub incident while its facts are reviewed. */
function factsOf(options: Parameters<typeof boardAlone>[0] = {}) {
  const alone = boardAlone({ phase: 'facts', ...options })
  setFlat(alone.board, 'incident', { startedAt: '2018-10-21T22:52:00Z' })
  fillFlat(alone.board, 'incident', { rootCause: 'Promotion across regions was allowed' })
  createEntry(alone.board, 'timeline', 'cut', { at: '2018-10-21T22:52:00Z', event: 'The network is cut' })
  createEntry(alone.board, 'timeline', 'alerts', { at: '2018-10-21T22:54:00Z', event: 'Alerts fire' })
  const told = () => readEntries(alone.board, 'timeline').filter((event) => event.removed === undefined)
  return { ...alone, told, incident: () => readFlat(alone.board, 'incident') }
}

const pasteBox = () => screen.getByRole('textbox', { name: 'Events to add' })
const eventsShown = () => screen.getAllByRole('listitem').map((item) => item.textContent)

/** The facts, with the drawers beside them. */
function BesideFacts() {
  return (
    <PanelsProvider panels={useBoardPanels()}>
      <FactsView />
      <BoardDrawers />
    </PanelsProvider>
  )
}

describe('the timeline', () => {
  it('[FACTS1] takes several pasted lines at once, shows first how it reads them, and takes them back together', async () => {
    const { session, told } = factsOf()
    const { user } = show(session, <Timeline />)
    fireEvent.change(pasteBox(), { target: { value: '23:07 Deploys are frozen\n00:41 Restores run' } })
    expect(told()).toHaveLength(2)
    expect(screen.getByText('Mon, 22 Oct 2018 · 00:41 UTC · 02:41 CEST')).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Add 2 events' }))
    expect(
      told()
        .map(({ at, event }) => [at, event])
        .slice(2),
    ).toEqual([
      ['2018-10-21T23:07:00Z', 'Deploys are frozen'],
      ['2018-10-22T00:41:00Z', 'Restores run'],
    ])
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(told()).toHaveLength(2)
  })

  it('[FACTS1] adds nothing while a line cannot be read, and says which and why', () => {
    const { session, told } = factsOf()
    show(session, <Timeline />)
    fireEvent.change(pasteBox(), { target: { value: '23:07 Deploys are frozen\nlater that night\n25:00 Nothing' } })
    const said = screen.getByRole('status', { name: '' })
    expect([...within(said).getAllByRole('listitem')].map((item) => item.textContent)).toEqual([
      'Line 2 does not begin with a time such as 14:05: “later that night”',
      'Line 3 has a time or a date that does not exist: “25:00 Nothing”',
    ])
    expect(screen.getByRole('button', { name: 'Add event' })).toHaveProperty('disabled', true)
    expect(told()).toHaveLength(2)
  })

  it('[FACTS1] takes one line on Enter, in the zone that was chosen', async () => {
    const { session, told } = factsOf()
    const { user } = show(session, <Timeline />)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Zone of the times' }), 'Times in CEST')
    await user.type(pasteBox(), '01:09 Status goes yellow{Enter}')
    expect(told().at(-1)).toMatchObject({ at: '2018-10-21T23:09:00Z', event: 'Status goes yellow' })
    expect(pasteBox()).toHaveProperty('value', '')
  })

  it('[FACTS10] shows how a line is read while it is typed, and takes no name that is none', async () => {
    const { session, told } = factsOf()
    const { user } = show(session, <Timeline />)
    await user.type(pasteBox(), '+1d 01:09 replicas: lag grows #detected')
    const form = within(screen.getByRole('form', { name: 'Add to the timeline' }))
    expect(form.getByText('Mon, 22 Oct 2018 · 01:09 UTC · 03:09 CEST')).toBeTruthy()
    expect(form.getByText('Detected')).toBeTruthy()
    await user.click(form.getByRole('button', { name: '“replicas” is not who did it' }))
    expect(form.getByText('replicas: lag grows')).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Add event' }))
    expect(told().at(-1)).toMatchObject({ actor: '', event: 'replicas: lag grows', milestone: 'detected' })
  })

  it('[FACTS10] knows the people of the board, and a program by its name', async () => {
    const { session, told } = factsOf()
    const { user } = show(session, <Timeline />)
    await user.type(pasteBox(), '23:07 @ben freezes deploys{Enter}')
    await user.type(pasteBox(), '23:08 deploy bot: stops{Enter}')
    expect(told().slice(2)).toMatchObject([{ actor: 'ben' }, { actor: 'deploy bot' }])
    expect(screen.getByRole('img', { name: 'A person' }).parentElement?.textContent).toBe('ben')
    expect(screen.getByRole('img', { name: 'A system' }).parentElement?.textContent).toBe('deploy bot')
  })

  it('[FACTS2] fills the time of a milestone where the record has none', async () => {
    const { session, incident } = factsOf()
    const { user } = show(session, <Timeline />)
    await user.click(screen.getByRole('button', { name: 'Edit the event of 22:54 UTC' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of event' }), 'Milestone: Detected')
    expect(incident().detectedAt).toBe('2018-10-21T22:54:00Z')

    await user.selectOptions(screen.getByRole('combobox', { name: 'Kind of event' }), 'Milestone: Started')
    expect(incident().startedAt).toBe('2018-10-21T22:52:00Z')
  })

  it('[FACTS7] is in order of time, also when somebody else adds what came before', () => {
    const { session, board } = factsOf()
    show(session, <Timeline />)
    act(() => createEntry(board, 'timeline', 'work', { at: '2018-10-21T22:40:00Z', event: 'Optics are replaced' }))
    expect(eventsShown().map((text) => /(Optics|network|Alerts)/.exec(text ?? '')?.[0])).toEqual([
      'Optics',
      'network',
      'Alerts',
    ])
  })
})

describe('the record', () => {
  it('[FACTS2] shows both times where record and timeline differ, and takes the other one when told', async () => {
    const { session, board, incident } = factsOf()
    createEntry(board, 'timeline', 'earlier', {
      at: '2018-10-21T22:50:00Z',
      event: 'Optics fail',
      kind: 'milestone',
      milestone: 'started',
    })
    const { user } = show(session, <FactsView />)
    expect(screen.getByText(/The timeline says Sun, 21 Oct 2018 · 22:50 UTC · 00:50 CEST \(next day\)\./)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take that' }))
    expect(incident().startedAt).toBe('2018-10-21T22:50:00Z')
  })

  it('[FACTS3] keeps the root cause folded away until the discussion', async () => {
    const early = factsOf()
    const { unmount, user } = show(early.session, <FactsView />)
    expect(screen.queryByText('Promotion across regions was allowed')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Root cause' }))
    expect(screen.getByText('Promotion across regions was allowed')).toBeTruthy()
    unmount()

    show(factsOf({ phase: 'discuss' }).session, <FactsView />)
    expect(screen.getByText('Promotion across regions was allowed')).toBeTruthy()
  })

  it('[CAUSEUI3] is read where the root cause stands, and written in one place alone, to which a button leads', async () => {
    const { user } = show(factsOf({ phase: 'discuss' }).session, <BesideFacts />)
    expect(screen.queryByRole('textbox', { name: 'Root cause' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Write both beside the whys' }))
    const field = await screen.findByRole('textbox', { name: 'Root cause' })
    expect(field).toBe(document.activeElement)
    expect(screen.getAllByDisplayValue('Promotion across regions was allowed')).toEqual([field])
  })

  it('[FACTS17] begins from the nearest time that is known, and takes it on Enter', async () => {
    const { session, incident } = factsOf()
    const { user } = show(session, <FactsView />)
    await user.click(screen.getByRole('button', { name: 'Add time: Detected' }))
    expect(screen.getByLabelText('Detected, date and time')).toHaveProperty('value', '2018-10-21T22:52')
    await user.keyboard('{Escape}')
    expect(incident().detectedAt).toBeUndefined()
    await user.click(screen.getByRole('button', { name: 'Add time: Detected' }))
    await user.keyboard('{Enter}')
    expect(incident().detectedAt).toBe('2018-10-21T22:52:00Z')
  })

  it('[FACTS17] takes nothing on leaving what was not changed', async () => {
    const { session, incident } = factsOf()
    const { user } = show(session, <FactsView />)
    await user.click(screen.getByRole('button', { name: 'Add time: Restored' }))
    await user.click(pasteBox())
    expect(incident().restoredAt).toBeUndefined()
  })

  it('[FACTS18] is entered in one zone wherever on the page it is entered', async () => {
    const { session } = factsOf()
    const { user } = show(session, <FactsView />)
    const ofEvents = screen.getByRole('combobox', { name: 'Zone of the times' })
    expect(ofEvents).toHaveProperty('value', 'utc')
    await user.click(screen.getByRole('button', { name: 'Add time: Restored' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Restored, zone' }), 'Berlin')
    expect(ofEvents).toHaveProperty('value', 'mine')
  })

  it('[FACTS4] takes a time in my zone or in UTC, keeps it in UTC, and shows both', async () => {
    const { session, incident } = factsOf()
    const { user } = show(session, <FactsView />)
    await user.click(screen.getByRole('button', { name: 'Add time: Restored' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Restored, zone' }), 'Berlin')
    const field = screen.getByLabelText('Restored, date and time')
    fireEvent.change(field, { target: { value: '2018-10-23T01:03' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(incident().restoredAt).toBe('2018-10-22T23:03:00Z')
    expect(screen.getByText('Mon, 22 Oct 2018 · 23:03 UTC · 01:03 CEST (next day)')).toBeTruthy()
  })

  it('[FACTS5] offers an observer nothing to change', () => {
    show(factsOf({ as: 'olga' }).session, <FactsView />)
    const open = screen
      .queryAllByRole<HTMLInputElement>('textbox')
      .filter((field) => !field.disabled && !field.readOnly)
    expect(open).toEqual([])
    expect(screen.getAllByRole('button').map((button) => button.textContent || button.ariaLabel)).toEqual([
      'Zoom out',
      'Zoom in',
      'The whole timeline',
      'What the severities mean',
      'Root cause',
      'Document control',
      'Download as CSV',
    ])
  })

  it('[FACTS6] is renamed by the facilitator alone, at once for everyone', async () => {
    const { session, commands } = factsOf({ as: 'fay' })
    const { unmount, user } = show(session, <FactsView />)
    const title = screen.getByRole('textbox', { name: 'Title of the incident' })
    await user.clear(title)
    await user.type(title, 'A cut of 43 seconds{Enter}')
    expect(commands).toEqual([{ type: 'board.rename', title: 'A cut of 43 seconds' }])
    unmount()

    show(factsOf().session, <FactsView />)
    expect(screen.queryByRole('textbox', { name: 'Title of the incident' })).toBeNull()
  })
})
