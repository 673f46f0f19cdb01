// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { linesOf } from '../../client/features/notes/lines.ts'
import { ReflectView } from '../../client/features/notes/ReflectView.tsx'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'
import { composer, lessons } from '../support/lessons.ts'

clearBetweenTests()

describe('a composer', () => {
  it('[NOTEUI1] keeps what stands in it when the phase changes and when the page is loaded again', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const first = show(session, <ReflectView />)
    await first.user.type(composer(), 'alerts were late')
    first.unmount()

    show(session, <DiscussView />)
    expect(composer()).toHaveProperty('value', 'alerts were late')
  })

  it('[NOTEUI2] adds on Enter, goes to a new line on Shift+Enter, and leaves on Escape with the text kept', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const { user } = show(session, <ReflectView />)

    await user.type(composer(), 'alerts{Shift>}{Enter}{/Shift}were late{Enter}deploys')
    expect([...session.view.drafts.all.get().values()].map((draft) => draft.text)).toEqual(['alerts\nwere late'])
    expect(within(lessons()).getByText('Only you can see this')).toBeTruthy()

    await user.keyboard('{Escape}')
    expect(document.activeElement).not.toBe(composer())
    expect(composer()).toHaveProperty('value', 'deploys')
  })

  it('[NOTEUI3] offers to make a note of each pasted line', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const { user } = show(session, <ReflectView />)

    await user.click(composer())
    await user.paste('- alerts were late\n- deploys were frozen\n\n')
    await user.click(screen.getByRole('button', { name: 'Split into 2 notes' }))

    const texts = [...session.view.drafts.all.get().values()].map((draft) => draft.text)
    expect(texts).toEqual(['alerts were late', 'deploys were frozen'])
    expect(composer()).toHaveProperty('value', '')
  })

  it('[NOTEUI3] reads pasted lines without the bullets of where they come from', () => {
    expect(linesOf('* alerts\r\n1. deploys\n  [x] rollback\n\n• paging\n2021 was worse')).toEqual([
      'alerts',
      'deploys',
      'rollback',
      'paging',
      '2021 was worse',
    ])
  })
})

describe('a thought on the wording', () => {
  const thought = () => within(lessons()).getByRole('status', { name: 'A thought on the wording' })

  it('[NOTEUI15] is shown while somebody types, holds nothing back, and goes with one press', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const { user } = show(session, <ReflectView />)
    await user.type(composer(), 'Somebody forgot the drill')
    expect(thought().textContent).toContain('“Somebody forgot” points at a person.')

    await user.click(screen.getByRole('button', { name: 'Keep my words' }))
    expect(thought().textContent).toBe('')
    expect(document.activeElement).toBe(composer())
    await user.type(composer(), ', they ignored it{Enter}')
    expect([...session.view.drafts.all.get().values()].map((draft) => draft.text)).toEqual([
      'Somebody forgot the drill, they ignored it',
    ])
  })

  it('[NOTEUI15] is shown about whoever responded, on the board or not', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    session.verbs.addResponder({ name: 'Sam Okafor', role: '', did: '' })
    const { user } = show(session, <ReflectView />)
    await user.type(composer(), 'Sam should have checked')
    expect(thought().textContent).toContain('“Sam should have” points at a person.')
  })

  it('[NOTEUI15] is never shown again to whoever wants none', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const { user, unmount } = show(session, <ReflectView />)
    await user.type(composer(), 'Human error')
    await user.click(screen.getByRole('button', { name: 'Stop suggesting' }))
    unmount()
    show(session, <ReflectView />)
    expect(composer()).toHaveProperty('value', 'Human error')
    expect(thought().textContent).toBe('')
  })
})
