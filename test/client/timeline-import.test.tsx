// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { beforeAll, describe, expect, it } from 'vitest'
import { ImportDialog } from '../../client/features/timeline/ImportDialog.tsx'
import { readFile } from '../../client/features/timeline/read-file.ts'
import { Timeline } from '../../client/features/timeline/Timeline.tsx'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { createEntry } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

beforeAll(() => {
  process.env.TZ = 'Europe/Berlin'
})
clearBetweenTests()

/** The dialog's code is fetched when it is first opened. */
const patient = { timeout: 5000 }

const log = `22:52 The network is cut
later that night
22:54 Detected: alerts fire
22:55 ana: looks`

/** A text brought to a timeline that knows the first of its events. */
async function importing(text = log) {
  const alone = boardAlone({ phase: 'facts' })
  createEntry(alone.board, 'timeline', 'cut', { at: '2018-10-21T22:52:00Z', event: 'The network is cut' })
  const done: string[] = []
  const shown = show(
    alone.session,
    <ImportDialog text={text} date={null} taken={(rest) => done.push(rest)} onClose={() => done.push('closed')} />,
  )
  const dialog = within(await screen.findByRole('dialog', {}, patient))
  const told = () =>
    readEntries(alone.board, 'timeline')
      .filter(({ id, removed }) => id !== 'cut' && removed === undefined)
      .map(({ at, event, kind }) => [at, event, kind])
  const ticked = () => dialog.getAllByRole<HTMLInputElement>('checkbox').map(({ checked }) => checked)
  return { ...alone, ...shown, dialog, done, told, ticked }
}

describe('an import', () => {
  it('[IMPORT7] shows how each line is read, which are there already, and which are none', async () => {
    const { dialog, ticked } = await importing()
    const rows = within(dialog.getByRole('region', { name: 'What was read' })).getAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(
        /^Line 1Sun, 21 Oct 2018 · 22:52 UTC · 00:52 CEST \(next day\)The network is cutThere already/,
      ),
      expect.stringMatching(/^Line 3Sun, 21 Oct 2018 · 22:54 UTC · 00:54 CEST \(next day\)alerts fire/),
      expect.stringMatching(/^Line 4Sun, 21 Oct 2018 · 22:55 UTC · 00:55 CEST \(next day\)looksana/),
    ])
    expect(ticked()).toEqual([false, true, true])
    const unread = dialog.getByRole('list', { name: "What can't be read" })
    expect(unread.textContent).toBe('Line 2 does not begin with a time such as 14:05: “later that night”')
    expect(dialog.getByRole('status').textContent).toBe("2 of 3 events chosen · 1 is there already · 1 can't be read")
  })

  it('[IMPORT8] adds what is ticked in one change, and takes it back with one undo', async () => {
    const { dialog, user, told, done, board, session } = await importing()
    await user.click(dialog.getByRole('checkbox', { name: 'Add line 4: looks' }))
    await user.click(dialog.getByRole('button', { name: 'Add 1 event' }))
    expect(told()).toEqual([['2018-10-21T22:54:00Z', 'alerts fire', 'milestone']])
    expect(readFlat(board, 'incident').detectedAt).toBe('2018-10-21T22:54:00Z')
    expect(done).toEqual(['later that night', 'closed'])
    session.undo.undo()
    expect([told(), readFlat(board, 'incident').detectedAt]).toEqual([[], undefined])
  })

  it('[IMPORT8] adds nothing of more than go in at once, until some are left out', async () => {
    const many = Array.from({ length: 1100 }, (_, n) => `22:59 Event ${n}`).join('\n')
    const { dialog, user, told } = await importing(many)
    expect(dialog.getByRole('button', { name: 'Add 1000 events' })).toHaveProperty('disabled', false)
    await user.click(dialog.getByRole('button', { name: 'Tick all' }))
    expect(dialog.getByRole('button', { name: 'Add 1100 events' })).toHaveProperty('disabled', true)
    expect(dialog.getByRole('status').textContent).toContain('At most 1,000 events')
    await user.click(dialog.getByRole('button', { name: 'Tick none' }))
    expect(dialog.getByRole('button', { name: 'Add 0 events' })).toHaveProperty('disabled', true)
    expect(told()).toEqual([])
  })

  it('[IMPORT9] is read in another zone, on another day, shifted, and as what each line is', async () => {
    const { dialog, user, told } = await importing('22:54 alerts fire')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Times without a zone are in' }), 'Another zone…')
    const zone = dialog.getByRole('combobox', { name: 'Zone' })
    await user.clear(zone)
    await user.type(zone, 'America/Nowhere{Enter}')
    expect(dialog.getByRole('alert').textContent).toContain('“America/Nowhere” is no zone')
    await user.clear(zone)
    await user.type(zone, 'America/New_York{Enter}')
    fireEvent.change(dialog.getByLabelText('Day of the first line'), { target: { value: '2018-10-20' } })
    await user.selectOptions(dialog.getByRole('combobox', { name: 'Unit of the shift' }), 'days')
    const shift = dialog.getByRole('spinbutton', { name: 'Shift all by' })
    await user.clear(shift)
    await user.type(shift, '1{Enter}')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'What line 1 is' }), 'Something done')
    await user.click(dialog.getByRole('button', { name: 'Add 1 event' }))
    expect(told()).toEqual([['2018-10-22T02:54:00Z', 'alerts fire', 'action']])
  })

  it('[IMPORT9] joins lines without a time to the one above when told', async () => {
    const { dialog, user, told } = await importing()
    await user.click(dialog.getByRole('switch', { name: 'A line without a time belongs to the one above' }))
    await user.click(dialog.getByRole('button', { name: 'Add 3 events' }))
    expect(told()[0]).toEqual(['2018-10-21T22:52:00Z', 'The network is cut\nlater that night', 'observation'])
  })

  it('[IMPORT9] is mended where it stands', async () => {
    const { dialog, user } = await importing('soon alerts fire')
    expect(dialog.queryByRole('button', { name: 'Add 1 event' })).toBeNull()
    const text = dialog.getByRole('textbox', { name: 'Text to import' })
    await user.clear(text)
    await user.type(text, '22:54 alerts fire')
    expect(await dialog.findByRole('button', { name: 'Add 1 event' })).toBeTruthy()
  })

  it('[IMPORT9] forgets what was decided about a line once another stands there', async () => {
    const { dialog, user, ticked } = await importing('22:53 alerts fire\n22:54 ana: looks')
    await user.selectOptions(dialog.getByRole('combobox', { name: 'What line 1 is' }), 'Something done')
    await user.click(dialog.getByRole('checkbox', { name: 'Add line 2: looks' }))
    expect(ticked()).toEqual([true, false])
    const text = dialog.getByRole('textbox', { name: 'Text to import' })
    fireEvent.change(text, { target: { value: '22:53 deploys stop\n22:54 deploys go on' } })
    await dialog.findByRole('checkbox', { name: 'Add line 2: deploys go on' })
    expect(ticked()).toEqual([true, true])
    expect(dialog.getByRole('combobox', { name: 'What line 1 is' })).toHaveProperty('value', 'observation')
  })

  it('[IMPORT10] is brought as a file', async () => {
    const { dialog, user, told } = await importing('')
    const file = new File(['time,event\n22:54,Alerts fire\n'], 'pager.csv', { type: 'text/csv' })
    await user.upload(dialog.getByLabelText('File to import'), file)
    expect(await dialog.findByText('Read as a table, by its headings.')).toBeTruthy()
    await user.click(await dialog.findByRole('button', { name: 'Add 1 event' }))
    expect(told()).toEqual([['2018-10-21T22:54:00Z', 'Alerts fire', 'observation']])
  })

  it('[IMPORT1] says of a table and of JSON what an entry lacks, and leaves that in the file', async () => {
    const { dialog, user, done } = await importing('time,event\nsoon,Alerts fire\n22:54,\n22:55,ana looks')
    const unread = () =>
      [...dialog.getByRole('list', { name: "What can't be read" }).children].map((each) => each.textContent)
    expect(unread()).toEqual([
      'Line 2 has no time that can be read: “soon,Alerts fire”',
      'Line 3 says nothing beside its time: “22:54,”',
    ])
    const text = dialog.getByRole('textbox', { name: 'Text to import' })
    fireEvent.change(text, { target: { value: '[{"time": "22:54", "event": "a"},\n' } })
    await dialog.findByText('Read as JSON.')
    expect(unread()).toEqual(['Line 2 is not valid JSON; look for a missing quote, comma or bracket'])
    fireEvent.change(text, { target: { value: 'time,event\nsoon,Alerts fire\n22:55,ana looks' } })
    await user.click(await dialog.findByRole('button', { name: 'Add 1 event' }))
    expect(done).toEqual(['', 'closed'])
  })

  it('[IMPORT10] is brought by dropping a file on the timeline', async () => {
    const { session } = boardAlone({ phase: 'facts' })
    show(session, <Timeline />)
    const file = new File(['22:54 Alerts fire'], 'notes.txt')
    fireEvent.drop(screen.getByRole('region', { name: 'Events' }), {
      dataTransfer: { files: [file], types: ['Files'] },
    })
    const dialog = within(await screen.findByRole('dialog', {}, patient))
    expect(await dialog.findByRole('checkbox', { name: 'Add line 1: Alerts fire' })).toBeTruthy()
  })

  it('[IMPORT10] says why a file is none', async () => {
    expect(await readFile(new File(['x'.repeat(2 * 1024 * 1024 + 1)], 'log'))).toMatchObject({
      reason: expect.stringContaining('larger than 2 MB'),
    })
    expect(await readFile(new File([new Uint8Array([1, 0, 2])], 'image'))).toMatchObject({
      reason: expect.stringContaining('no text'),
    })
    expect(await readFile(new File([new Uint8Array([0xff, 0xfe, 0x31, 0])], 'wide'))).toEqual({
      allowed: true,
      value: '1',
    })
  })

  it('[IMPORT7] opens with the lines that were pasted, and leaves in the field what could not be read', async () => {
    const { session } = boardAlone({ phase: 'facts' })
    const { user } = show(session, <Timeline />)
    const field = screen.getByRole('textbox', { name: 'Events to add' })
    fireEvent.change(field, { target: { value: log } })
    await user.click(screen.getByRole('button', { name: 'Check line by line' }))
    const dialog = within(await screen.findByRole('dialog', {}, patient))
    await user.click(await dialog.findByRole('button', { name: 'Add 3 events' }))
    expect(field).toHaveProperty('value', 'later that night')
  })

  it('[IMPORT7] leaves a line that was begun where it is, while a file is brought', async () => {
    const { session } = boardAlone({ phase: 'facts' })
    const { user } = show(session, <Timeline />)
    const field = screen.getByRole('textbox', { name: 'Events to add' })
    fireEvent.change(field, { target: { value: '22:58 the alert' } })
    await user.click(screen.getByRole('button', { name: 'Import' }))
    const dialog = within(await screen.findByRole('dialog', {}, patient))
    await user.upload(dialog.getByLabelText('File to import'), new File([log], 'chat.txt'))
    await user.click(await dialog.findByRole('button', { name: 'Add 3 events' }))
    expect(field).toHaveProperty('value', '22:58 the alert')
  })
})
