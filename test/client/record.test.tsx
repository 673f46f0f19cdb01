// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ApprovalState } from '../../client/features/facts/ApprovalState.tsx'
import { Part } from '../../client/features/facts/Part.tsx'
import { Record } from '../../client/features/facts/Record.tsx'
import { RecordHead } from '../../client/features/facts/RecordHead.tsx'
import { recordParts } from '../../client/features/facts/record-parts.ts'
import { Statement } from '../../client/features/facts/Statement.tsx'
import { readEntries, readFlat } from '../../shared/document/read.ts'
import { createEntry, fillFlat, type NewEntry, setFlat } from '../../shared/document/write.ts'
import { recordTitles } from '../../shared/incident/record-titles.ts'
import { byRank } from '../../shared/review/rank.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'
import { everyField } from '../support/every-field.ts'

clearBetweenTests()

const parts = () => screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)

describe('the record on screen', () => {
  it('[RECORD1] shows every field that says anything, and lets each be changed', async () => {
    const { session, board } = boardAlone({ phase: 'discuss' })
    const full = everyField((mark) => mark)
    fillFlat(board, 'incident', { ...full.incident, usersAffected: 28, tickets: 14, downtimeMinutes: 90 })
    for (const root of ['services', 'responders', 'communications', 'references', 'followUps'] as const) {
      createEntry(board, root, 'one', { ...full[root][0] } as NewEntry<typeof root>)
    }
    const { container, user } = show(session, <Record />)
    await user.click(screen.getByRole('button', { name: 'Document control' }))
    const typed = [...container.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value)
    const words = [...Object.values(full.incident), 28, 14, 90].filter((value) => /^MARK|^\d+$/.test(String(value)))
    expect(words.length).toBeGreaterThan(40)
    const shown = `${typed.join('\n')}\n${container.textContent}`
    expect(words.filter((value) => !shown.includes(String(value)))).toEqual([])
    const open = [...container.querySelectorAll<HTMLInputElement>('input, textarea, select')]
    expect(open.filter((field) => field.disabled || field.readOnly)).toEqual([])
  })

  it('[RECORD1] has a place for every field, also where nothing is said yet', () => {
    const { session } = boardAlone({ phase: 'discuss' })
    const { container } = show(
      session,
      <>
        <Record />
        <Statement />
        {recordParts.map((part) => (
          <Part key={part.id} part={part} isNew={false} />
        ))}
      </>,
    )
    fireEvent.click(screen.getByRole('button', { name: 'Document control' }))
    for (const button of container.querySelectorAll('button[aria-label^="Add: "]')) fireEvent.click(button)
    const names = [...container.querySelectorAll('label, [aria-label]')]
      .map((element) => element.getAttribute('aria-label') ?? element.textContent ?? '')
      .join('\n')
    const elsewhere = ['approver', 'approvedOn', 'severity']
    const aliases: Readonly<Record<string, string>> = {
      ...{ impactFinancial: 'Financial', impactOperations: 'Operations', impactReputation: 'Reputation' },
      ...{ impactCompliance: 'Compliance', communications: 'How people were kept informed' },
      ...{ kind: 'Kind', responseEvaluation: 'The response as a whole', evaluationDetection: 'Detection' },
      ...{ evaluationResponse: 'Response time', evaluationEscalation: 'Escalation' },
      evaluationCoordination: 'Coordination',
    }
    const lacking = Object.entries(recordTitles)
      .filter(([field]) => !elsewhere.includes(field))
      .filter(([field, title]) => !names.includes(aliases[field] ?? title))
    expect(lacking).toEqual([])
  })

  it('[RECORD6] leads by Tab through the fields of an entry before it comes to what removes it', async () => {
    const { session, board } = boardAlone({ phase: 'facts' })
    createEntry(board, 'responders', 'mira', { name: 'Mira', role: '', did: '' })
    createEntry(board, 'references', 'graph', { title: 'Error rate', link: null, kind: 'evidence' })
    createEntry(board, 'communications', 'notice', { at: null, audience: 'Customers', scope: 'outside', said: '' })
    const { user } = show(session, <Record />)
    const onward = async (from: string, steps: number) => {
      const names: (string | null | undefined)[] = []
      act(() => screen.getByLabelText(from).focus())
      for (let step = 0; step < steps; step += 1) {
        await user.tab()
        names.push(document.activeElement?.getAttribute('aria-label'))
      }
      return names
    }
    expect(await onward('Name of Mira', 3)).toEqual(['Role of Mira', 'What Mira did', 'Remove Mira'])
    expect(await onward('Title of Error rate', 2)).toEqual(['Web address of Error rate', 'Remove Error rate'])
    expect(await onward('Audience of the message to Customers', 2)).toEqual([
      'What the message to Customers said',
      'Remove the message to Customers',
    ])
  })

  it('[RECORD2] is short while it is empty, and grows by what is chosen', async () => {
    const { session, board } = boardAlone({ phase: 'facts' })
    const { user } = show(session, <Record />)
    const few = ['Times', 'Impact on users', 'Services affected', 'Who responded', 'Root cause', 'Document control']
    expect(parts()).toEqual(few)

    await user.click(screen.getByRole('button', { name: 'Add to the record…' }))
    await user.click(await screen.findByRole('menuitem', { name: /^Performance/ }))
    await user.type(screen.getByRole('textbox', { name: 'Error rate' }), '3%{Enter}')
    expect(readFlat(board, 'incident').errorRate).toBe('3%')
    expect(parts()).toEqual([...few.slice(0, 3), 'Performance', ...few.slice(3)])
  })

  it.each([
    ['Add somebody', 'Name of this person'],
    ['Add a message', 'Audience of the message'],
    ['Add a document', 'Title of the document'],
    ['Add a knowledge update', 'What is to be written down'],
    ['Add a briefing', 'What is to be told'],
    ['Add: Issue in another tracker', 'Issue in another tracker'],
    ['Add: Reviewed on', 'Reviewed on'],
    ['Add: Users affected', 'Users affected'],
    ['Approve…', 'Approver'],
  ])('[RECORD5] puts the keyboard where "%s" leads', async (button, field) => {
    const { session } = boardAlone({ phase: 'facts' })
    const { user } = show(
      session,
      <>
        <RecordHead />
        {recordParts.map((part) => (
          <Part key={part.id} part={part} isNew={false} />
        ))}
        <ApprovalState />
      </>,
    )
    await user.click(screen.getByRole('button', { name: button }))
    expect(document.activeElement).toBe(screen.getByLabelText(field))
  })

  it('[RECORD8] opens an address from beside its field, in its row', async () => {
    const { session, board } = boardAlone({ phase: 'facts' })
    setFlat(board, 'incident', { issueLink: 'https://tracker.example/7' })
    show(session, <RecordHead />)
    const row = screen.getByRole('link', { name: 'Open it at tracker.example' }).parentElement!
    expect(within(row).getByRole('textbox', { name: 'Issue in another tracker' })).toBeTruthy()
    expect([...row.classList]).toContain('flex')
  })

  it('[RECORD5] gives the keyboard back once a time was entered', async () => {
    const { session } = boardAlone({ phase: 'facts' })
    const { user } = show(session, <Record />)
    await user.click(screen.getByRole('button', { name: 'Add time: Detected' }))
    fireEvent.change(screen.getByLabelText('Detected, date and time'), { target: { value: '2026-03-02T14:05' } })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.ariaLabel).toMatch(/^Change time: Detected/))
  })

  it('[RECORD2] shows a part once somebody else has written in it', () => {
    const { session, board } = boardAlone({ phase: 'facts' })
    show(session, <Record />)
    act(() => setFlat(board, 'incident', { regions: 'EU West' }))
    expect(parts()).toContain('Spread')
    act(() => createEntry(board, 'followUps', 'one', { kind: 'briefing', what: 'Tell the executives', rank: 'a0' }))
    expect(parts()).toContain('Follow-up')
  })

  it('[RECORD2] offers an observer what is said, and nothing else', () => {
    const { session, board } = boardAlone({ phase: 'facts', as: 'olga' })
    fillFlat(board, 'incident', { impactFinancial: 'Credits' })
    show(session, <Record />)
    const business = within(screen.getByRole('region', { name: 'Impact on the business' }))
    expect(
      business.getAllByRole('textbox').map((field) => field.ariaLabel ?? field.getAttribute('aria-label')),
    ).toEqual(['Financial'])
    expect(screen.queryByRole('button', { name: /^Add/ })).toBeNull()
  })

  it('[RECORD1] ticks off what was told, and takes a document with its address', async () => {
    const { session, board } = boardAlone({ phase: 'facts' })
    createEntry(board, 'followUps', 'one', { kind: 'briefing', what: 'Tell the executives', rank: 'a0' })
    createEntry(board, 'references', 'one', { title: 'Lag' })
    const { user } = show(session, <Record />)
    await user.click(screen.getByRole('checkbox', { name: 'Done: Tell the executives' }))
    expect(readEntries(board, 'followUps')).toMatchObject([{ done: true }])

    const address = screen.getByRole('textbox', { name: 'Web address of Lag' })
    await user.type(address, 'javascript:alert(1){Enter}')
    expect(screen.getByRole('alert').textContent).toBe('A web address starts with https:// or http://.')
    await user.clear(address)
    await user.type(address, 'https://graphs.example/lag{Enter}')
    expect(readEntries(board, 'references')).toMatchObject([{ link: 'https://graphs.example/lag' }])
  })

  it('[RECORD3] shows what Markdown means, and takes HTML and hostile links for words', () => {
    const { session, board } = boardAlone({ phase: 'facts' })
    fillFlat(board, 'incident', {
      summary:
        'We saw **stale** pages:\n\n- on `web-1`\n- [the graph](https://evil.example/x)\n- [run](javascript:alert(1))\n\n<img src=x onerror=alert(1)>',
    })
    const { container } = show(session, <Record />)
    expect(container.querySelector('strong')?.textContent).toBe('stale')
    expect(container.querySelector('code')?.textContent).toBe('web-1')
    expect([...container.querySelectorAll('a')].map((link) => link.href)).toEqual(['https://evil.example/x'])
    expect(container.textContent).toContain('the graph (evil.example)')
    expect(container.textContent).toContain('<img src=x onerror=alert(1)>')
    expect(container.querySelector('img')).toBeNull()
  })

  it('[RECORD3] gives the text as it was typed to whoever types in it', async () => {
    const { session, board } = boardAlone({ phase: 'facts' })
    fillFlat(board, 'incident', { summary: 'It was **slow**' })
    const { container, user } = show(session, <Record />)
    await user.click(screen.getByRole('textbox', { name: 'Summary' }))
    expect(container.querySelector('strong')).toBeNull()
    expect(screen.getByRole('textbox', { name: 'Summary' })).toHaveProperty('value', 'It was **slow**')
  })

  it('[RECORD7] moves what stands in a list, by button and by key, and the keyboard goes along', async () => {
    const { session, board } = boardAlone({ phase: 'facts' })
    const names = ['api', 'deploys', 'web']
    for (const name of names) session.verbs.addService({ name })
    const { user } = show(session, <Record />)
    const shown = () =>
      screen.getAllByRole('textbox', { name: /^Name of the service/ }).map((field) => (field as HTMLInputElement).value)
    expect(shown()).toEqual(names)

    await user.click(screen.getByRole('button', { name: 'Move web up' }))
    expect(shown()).toEqual(['api', 'web', 'deploys'])
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move web up' }))
    await user.keyboard('{Enter}')
    expect(shown()).toEqual(['web', 'api', 'deploys'])
    expect(screen.getByRole('button', { name: 'Move web up' })).toHaveProperty('disabled', true)
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move web down' }))

    const field = screen.getByRole('textbox', { name: 'Name of the service web' })
    field.focus()
    await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}')
    expect(shown()).toEqual(['api', 'deploys', 'web'])
    expect(document.activeElement).toBe(field)
    expect(
      readEntries(board, 'services')
        .toSorted(byRank)
        .map(({ name }) => name),
    ).toEqual(shown())
  })

  it('[APPROVAL1] is approved in the name of whoever is named, on the day that is given', async () => {
    const { session, board } = boardAlone({ phase: 'close' })
    const { user } = show(session, <Record />)
    await user.click(screen.getByRole('button', { name: 'Document control' }))
    await user.click(screen.getByRole('button', { name: 'Approve…' }))
    const approver = screen.getByLabelText('Approver')
    expect(approver).toHaveProperty('value', 'ana')
    await user.clear(approver)
    await user.type(approver, 'Dana{Enter}')
    fireEvent.change(screen.getByLabelText('Approved on'), { target: { value: '2026-03-02' } })
    await user.click(screen.getByRole('button', { name: 'Approve' }))
    expect(readFlat(board, 'incident')).toMatchObject({
      ...{ status: 'approved', approver: 'Dana', approvedOn: '2026-03-02' },
    })
    expect(screen.getByText(/^Approved by/).textContent).toBe(
      'Approved by Dana on 2026-03-02. Whatever changes from here brings it back to review.',
    )
  })

  it('[EDIT3] tells at a field who changed it last, to the eye and to a screen reader', () => {
    const { session, board } = boardAlone({ phase: 'facts' })
    createEntry(board, 'edits', 'summary', { by: 'ben', at: 0 })
    createEntry(board, 'edits', 'impactUsers', { by: null, at: 0 })
    show(session, <Record />)
    const told = (name: string) =>
      document.getElementById(screen.getByRole('textbox', { name }).getAttribute('aria-describedby') ?? '')?.textContent
    expect(told('Summary')).toBe('ben changed this just now')
    expect(told('Impact on users')).toBe('Changed just now')
  })
})
