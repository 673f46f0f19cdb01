// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'
import { composer, lessons } from '../support/lessons.ts'

clearBetweenTests()

describe('a draft', () => {
  it('[NOTEUI4] stands on the board once, whether its note or the word of its publishing comes first', async () => {
    const { session, addNote } = boardAlone({ phase: 'discuss' })
    const { user } = show(session, <DiscussView />)

    await user.type(composer(), 'alerts were late{Enter}')
    expect(within(lessons()).getAllByText('alerts were late')).toHaveLength(1)

    act(() => addNote({ id: 'new1', text: 'alerts were late', author: 'ana' }))
    expect(within(lessons()).getAllByText('alerts were late')).toHaveLength(1)
    expect(screen.queryByText('On its way to the board')).toBeNull()
  })

  it('[NOTEUI5] says on an anonymous board that it waits for company', async () => {
    const { session } = boardAlone({ phase: 'discuss', settings: { attribution: 'anonymous' } })
    const { user } = show(session, <DiscussView />)

    await user.type(composer(), 'alerts were late{Enter}')
    expect(within(lessons()).getByText('Waiting to be published')).toBeTruthy()
  })
})
