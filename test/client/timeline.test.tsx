// @vitest-environment jsdom
import '../support/count-renders.ts' // before React is loaded

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Timeline } from '../../client/features/timeline/Timeline.tsx'
import { TimelineChart } from '../../client/features/timeline/TimelineChart.tsx'
import { readEntry } from '../../shared/document/read.ts'
import { createEntry, setFlat, textOf } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'
import { componentsDuring } from '../support/count-renders.ts'

clearBetweenTests()

const told = [
  ['cut', '22:52', 'The network is cut'],
  ['alerts', '22:54', 'Alerts fire'],
  ['call', '22:59', 'A call is opened'],
  ['freeze', '23:07', 'Deploys are frozen'],
  ['yellow', '23:45', 'Status goes yellow'],
] as const

/** A timeline with its drawing, of an incident that was silent for a while. */
function timelineOf() {
  const alone = boardAlone({ phase: 'facts' })
  setFlat(alone.board, 'incident', { startedAt: '2018-10-21T22:52:00Z' })
  for (const [id, clock, event] of told)
    createEntry(alone.board, 'timeline', id, { at: `2018-10-21T${clock}:00Z`, event })
  const shown = show(
    alone.session,
    <>
      <TimelineChart />
      <Timeline />
    </>,
  )
  const slider = screen.getByRole('slider', { name: 'Walk along the timeline' })
  const says = () => slider.getAttribute('aria-valuetext')
  return { ...alone, ...shown, slider, says }
}

describe('a timeline', () => {
  it('[FACTS11] tells its silences between the events', () => {
    timelineOf()
    const rows = within(screen.getByRole('region', { name: 'Events' })).getAllByRole('listitem')
    expect(rows.map((row) => /\d+ min without an event/.exec(row.textContent ?? '')?.[0])).toEqual([
      ...[undefined, undefined, undefined, undefined, '38 min without an event'],
    ])
  })

  it('[FACTS12] is walked along by arrow keys, and leads to the list', () => {
    const { slider, says } = timelineOf()
    slider.focus()
    fireEvent.keyDown(slider, { key: 'ArrowRight' })
    expect(says()).toMatch(/^1 of 5: Sun, 21 Oct 2018 · 22:52 UTC.*, The network is cut$/)
    fireEvent.keyDown(slider, { key: 'ArrowRight' })
    expect(says()).toContain('Alerts fire')
    fireEvent.keyDown(slider, { key: 'End' })
    expect(says()).toMatch(/^5 of 5: .*Status goes yellow$/)
    fireEvent.keyDown(slider, { key: 'ArrowRight' })
    expect(slider.getAttribute('aria-valuenow')).toBe('5')
    fireEvent.keyDown(slider, { key: 'Enter' })
    expect(document.activeElement?.textContent).toContain('Status goes yellow')
  })

  it('[FACTS12] is zoomed into by keys and buttons, and out again', async () => {
    const { slider, user } = timelineOf()
    const width = () => slider.style.width
    expect(screen.getByRole('button', { name: 'Zoom out' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: 'Zoom in' }))
    fireEvent.keyDown(slider, { key: '+' })
    expect(width()).toBe('400%')
    fireEvent.keyDown(slider, { key: '-' })
    expect(width()).toBe('200%')
    await user.click(screen.getByRole('button', { name: 'The whole timeline' }))
    expect(width()).toBe('100%')
  })

  it('[FACTS19] is drawn of the incident alone until the whole is asked for, and again', async () => {
    const { board, slider, user } = timelineOf()
    act(() => {
      setFlat(board, 'incident', { restoredAt: '2018-10-21T23:45:00Z' })
      createEntry(board, 'timeline', 'deploy', { at: '2018-10-01T12:00:00Z', event: 'The deploy that led up to it' })
    })
    const drawn = () => screen.getByRole('slider').getAttribute('aria-valuemax')
    await screen.findByText(/1 event lies outside it/)
    expect(drawn()).toBe('5')
    await user.click(screen.getByRole('button', { name: 'The whole timeline' }))
    expect(drawn()).toBe('6')
    await user.click(screen.getByRole('button', { name: 'The incident alone' }))
    slider.focus()
    fireEvent.keyDown(slider, { key: '-' })
    expect(drawn()).toBe('6')
    expect(document.activeElement).toBe(slider)
  })

  it('[FACTS12] is not drawn while there is one event alone', () => {
    const { board, session } = boardAlone({ phase: 'facts' })
    createEntry(board, 'timeline', 'cut', { at: '2018-10-21T22:52:00Z', event: 'The network is cut' })
    show(session, <TimelineChart />)
    expect(screen.queryByRole('slider')).toBeNull()
  })
})

describe('an event that is edited', () => {
  it('[FACTS14] says who acted, as one of the people here or by name, and where it leads', async () => {
    const { board, user } = timelineOf()
    await user.click(screen.getByRole('button', { name: 'Edit the event of 22:54 UTC' }))
    const form = within(screen.getByRole('region', { name: 'Events' }))
    const actor = form.getByRole('combobox', { name: 'Who or what acted' })
    expect([...(actor as HTMLInputElement).list!.options].map(({ value }) => value)).toEqual([
      'ana',
      'ben',
      'fay',
      'olga',
    ])
    await user.type(actor, 'pager bot{Enter}')
    const link = form.getByRole('textbox', { name: 'Link' })
    await user.type(link, 'grafana{Enter}')
    expect(form.getByRole('alert').textContent).toContain('starts with https://')
    await user.clear(link)
    await user.type(link, 'https://grafana.example.org/1{Enter}')
    await user.click(form.getByRole('button', { name: 'Done' }))
    expect(readEntry(board, 'timeline', 'alerts')).toMatchObject({
      actor: 'pager bot',
      link: 'https://grafana.example.org/1',
    })
    expect(form.getByRole('img', { name: 'A system' }).parentElement?.textContent).toBe('pager bot')
    expect(form.getByRole('link', { name: 'grafana.example.org' })).toBeTruthy()
  })
})

describe('a timeline of 500 events', () => {
  const during = (work: () => unknown) => componentsDuring(() => act(() => void work()))
  const drawn = () => document.querySelectorAll('[data-target^="event:"] p.wrap-anywhere').length
  const addMany = (board: Parameters<typeof createEntry>[0], count: number) =>
    board.transact(() => {
      for (let n = 0; n < count; n += 1) {
        const at = new Date(Date.UTC(2018, 9, 21, 22, n)).toISOString()
        createEntry(board, 'timeline', `e${n}`, { at, event: `Event ${n}`, actor: 'pager bot' })
      }
    })

  it('[FACTS15] draws some of many that come together with each turn, and all in the end', async () => {
    const { board, session } = boardAlone({ phase: 'facts' })
    show(session, <Timeline />)
    during(() => addMany(board, 150))
    expect(drawn()).toBe(60)
    expect(document.querySelectorAll('[data-target^="event:"]')).toHaveLength(150)
    await waitFor(() => expect(drawn()).toBe(150))
    during(() => createEntry(board, 'timeline', 'more', { at: '2018-10-22T00:00:30Z', event: 'Late' }))
    expect(drawn()).toBe(151)
  })

  it('[FACTS13] draws little again when a letter is typed in one of them, or an event is added', async () => {
    const { board, session } = boardAlone({ phase: 'facts' })
    addMany(board, 500)
    during(() =>
      show(
        session,
        <>
          <TimelineChart />
          <Timeline />
        </>,
      ),
    )
    await waitFor(() => expect(drawn()).toBe(500))
    const letter = during(() => textOf(board, 'timeline', 'e250', 'event')?.insert(0, 'x'))
    const more = during(() => createEntry(board, 'timeline', 'more', { at: '2018-10-22T00:00:30Z', event: 'More' }))
    expect(screen.getByText('xEvent 250')).toBeTruthy()
    expect(screen.getByText('More')).toBeTruthy()
    expect(letter).toBeLessThan(20)
    expect(more).toBeLessThan(200)
  })
})
