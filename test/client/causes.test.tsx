// @vitest-environment jsdom
import '../support/count-renders.ts' // before React is loaded

import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Causes } from '../../client/features/causes/Causes.tsx'
import { Statement } from '../../client/features/facts/Statement.tsx'
import { recordVerbsOf } from '../../client/session/record-verbs.ts'
import { readEntries, readEntry, readFlat } from '../../shared/document/read.ts'
import { createEntry, textOf } from '../../shared/document/write.ts'
import { whyRows } from '../../shared/incident/why-tree.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'
import { componentsDuring } from '../support/count-renders.ts'

clearBetweenTests()

/** Why the site was slow, as far as somebody got: `cut`, explained by `failover`; and a factor. */
function causesOf(options: Parameters<typeof boardAlone>[0] = {}) {
  const alone = boardAlone(options)
  createEntry(alone.board, 'causes', 'cut', { text: 'The link was cut', rank: 'a0' })
  createEntry(alone.board, 'causes', 'failover', { text: 'Primaries moved', parent: 'cut', rank: 'a1' })
  createEntry(alone.board, 'causes', 'colours', { kind: 'factor', text: 'Three colours', rank: 'a2' })
  const tree = () => {
    const causes = readEntries(alone.board, 'causes')
    return whyRows(causes).map(({ id, depth }) => '  '.repeat(depth) + causes.find((cause) => cause.id === id)?.text)
  }
  const factors = () =>
    readEntries(alone.board, 'causes').filter(({ kind, removed }) => kind === 'factor' && removed === undefined)
  return { ...alone, tree, factors, ...show(alone.session, <Causes statement={<Statement />} />) }
}

const whys = () => within(screen.getByRole('list', { name: 'Whys' })).getAllByRole('textbox')
const whyAt = (index: number) => whys()[index] as HTMLTextAreaElement
const focused = () => (document.activeElement as HTMLTextAreaElement).value

describe('a tree of whys on screen', () => {
  it('[WHY3] grows by Enter, goes deeper by Tab and back by Shift+Tab, and keeps the keyboard', async () => {
    const { tree, user } = causesOf()
    await user.click(whyAt(1))
    await user.keyboard('{Enter}Nobody drilled it{Tab}')
    expect(tree()).toEqual(['The link was cut', '  Primaries moved', '    Nobody drilled it'])
    await user.keyboard(' before')
    expect(focused()).toBe('Nobody drilled it before')
    await user.keyboard('{Shift>}{Tab}{Tab}{/Shift}')
    expect(tree()).toEqual(['The link was cut', '  Primaries moved', 'Nobody drilled it before'])
    await user.keyboard('{Control>}{Enter}{/Control}No time')
    expect(tree()).toEqual(['The link was cut', '  Primaries moved', 'Nobody drilled it before', '  No time'])
  })

  it('[WHY3] puts a new one above where the caret is at the start, and a line where Shift is held', async () => {
    const { tree, user } = causesOf()
    await user.click(whyAt(0))
    whyAt(0).setSelectionRange(0, 0)
    await user.keyboard('{Enter}Optics')
    expect(tree()[0]).toBe('Optics')
    await user.keyboard('{Shift>}{Enter}{/Shift}were old')
    expect(tree()[0]).toBe('Optics\nwere old')
  })

  it('[WHY3] moves past its neighbours by Alt and arrows, with what explains it', async () => {
    const { tree, user } = causesOf()
    await user.click(whyAt(1))
    await user.keyboard('{Shift>}{Tab}{/Shift}{Alt>}{ArrowUp}{/Alt}')
    expect(tree()).toEqual(['Primaries moved', 'The link was cut'])
    expect(focused()).toBe('Primaries moved')
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(tree()).toEqual(['The link was cut', 'Primaries moved'])
  })

  it('[WHY3] takes an empty one away by Backspace, and all of it back by undo', async () => {
    const { tree, user, session } = causesOf()
    await user.click(whyAt(0))
    await user.keyboard('{Enter}')
    expect(tree()).toEqual(['The link was cut', '  Primaries moved', ''])
    await user.keyboard('{Backspace}')
    expect(tree()).toEqual(['The link was cut', '  Primaries moved'])
    expect(focused()).toBe('Primaries moved')
    await user.keyboard('{Control>}z{/Control}')
    expect(tree()).toEqual(['The link was cut', '  Primaries moved', ''])
    await user.keyboard('{Control>}z{/Control}')
    expect(tree()).toEqual(['The link was cut', '  Primaries moved'])
    expect(document.activeElement?.tagName).toBe('TEXTAREA')
    expect(session.undo.get().canRedo).toBe(true)
  })

  it('[WHY3] is left by Escape, and Tab goes on from there', async () => {
    const { user } = causesOf()
    await user.click(whyAt(0))
    await user.keyboard('{Escape}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Why, level 1')
  })

  it('[WHY2] keeps what explains a why that is removed, and puts it back with it', async () => {
    const { tree, user } = causesOf()
    await user.click(screen.getAllByRole('button', { name: 'More for this why' })[0]!)
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    expect(tree()).toEqual(['Primaries moved'])
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(tree()).toEqual(['The link was cut', '  Primaries moved'])
  })

  it('[WHY5] takes a pasted list with its depths, into an empty why in its place, and back in one step', async () => {
    const { tree, user } = causesOf()
    await user.click(screen.getByRole('button', { name: 'Add a why' }))
    const before = tree()
    const list = '- Lag grew\n  - Replicas were far\n    - Nobody measured\n- Users waited'
    fireEvent.paste(document.activeElement!, { clipboardData: { getData: () => list } })
    expect(tree().slice(2)).toEqual(['Lag grew', '  Replicas were far', '    Nobody measured', 'Users waited'])
    expect(focused()).toBe('Users waited')
    await user.keyboard('{Control>}z{/Control}')
    expect(tree()).toEqual(before)
  })

  it('[WHY5] leaves one line to be pasted as ever', () => {
    const { tree } = causesOf()
    const pasted = fireEvent.paste(whyAt(0), { clipboardData: { getData: () => '- Lag grew\n' } })
    expect([pasted, tree().length]).toEqual([true, 2])
  })

  it('[WHY6] draws no row again for a letter, and one for what else is changed of it', () => {
    const { board, session } = boardAlone()
    board.transact(() => {
      for (let n = 0; n < 200; n += 1)
        createEntry(board, 'causes', `c${n}`, { text: `Cause ${n}`, rank: `b${100 + n}1` })
    })
    const during = (work: () => unknown) => componentsDuring(() => act(() => void work()))
    const all = during(() => show(session, <Causes statement={<Statement />} />))
    const letter = during(() => textOf(board, 'causes', 'c100', 'text')?.insert(0, 'x'))
    const sorted = during(() => session.verbs.setCause('c100', { category: 'human' }))
    const more = during(() => recordVerbsOf(session.writing).addWhy({ beside: 'c100', as: 'child' }))
    expect(whys()).toHaveLength(201)
    expect(letter).toBe(0)
    expect(sorted).toBeLessThan(all / 40)
    expect(more).toBeLessThan(all / 5)
  })
})

describe('a contributing factor on screen', () => {
  it('[CAUSEUI1] says how it contributed, of what sort and weight it is, and what shows it', async () => {
    const { board, user } = causesOf()
    await user.type(screen.getByRole('textbox', { name: 'How it contributed' }), 'Nobody saw which part worked{Enter}')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Category' }), 'Process')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Weight of the factor' }), 'Low weight')
    await user.type(screen.getByRole('textbox', { name: 'Evidence' }), 'The page of that day')
    expect(readEntry(board, 'causes', 'colours')).toMatchObject({
      ...{ text: 'Three colours', how: 'Nobody saw which part worked', category: 'process', weight: 'low' },
      evidence: 'The page of that day',
    })
  })

  it.each([
    ['Process gaps', 'process'],
    ['Missing monitoring', 'technical'],
    ['Unclear ownership', 'process'],
  ])('[CAUSEUI2] is asked for: %s', async (title, category) => {
    const { factors, user } = causesOf()
    await user.click(screen.getByRole('button', { name: title }))
    expect(screen.getAllByText(/\?$/).length).toBeGreaterThan(1)
    await user.click(screen.getByRole('button', { name: 'Add a factor for it' }))
    await user.keyboard('Found by the prompt')
    expect(factors().at(-1)).toMatchObject({ text: 'Found by the prompt', category })
  })

  it('[CAUSEUI4] becomes a why, and a why a factor, with all that was written', async () => {
    const { tree, factors, user } = causesOf()
    await user.click(screen.getByRole('button', { name: 'More for this factor' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Make it a why' }))
    expect([tree(), factors()]).toEqual([['The link was cut', '  Primaries moved', 'Three colours'], []])
    await user.click(screen.getAllByRole('button', { name: 'More for this why' })[0]!)
    await user.click(await screen.findByRole('menuitem', { name: 'Make it a contributing factor' }))
    expect(tree()).toEqual(['Primaries moved', 'Three colours'])
    expect(factors().map(({ text }) => text)).toEqual(['The link was cut'])
  })
})

describe('causes on screen', () => {
  it('[CAUSEUI3] keep what was seen apart from what made it possible', async () => {
    const { board, user } = causesOf()
    await user.type(screen.getByRole('textbox', { name: 'Symptoms' }), 'Slow pages')
    await user.type(screen.getByRole('textbox', { name: 'Root cause' }), 'Failover may cross the country')
    expect(readFlat(board, 'incident')).toMatchObject({
      symptoms: 'Slow pages',
      rootCause: 'Failover may cross the country',
    })
  })

  it('[CAUSEUI5] offer nothing to change to an observer', () => {
    causesOf({ as: 'olga' })
    expect(screen.getAllByRole('textbox').filter((field) => !(field as HTMLTextAreaElement).readOnly)).toEqual([])
    expect(screen.getAllByRole('combobox').filter((field) => !(field as HTMLSelectElement).disabled)).toEqual([])
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(['Draw as a fishbone'])
  })
})
