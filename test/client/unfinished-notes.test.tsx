// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { ReflectView } from '../../client/features/notes/ReflectView.tsx'
import { UnfinishedNotes } from '../../client/features/notes/UnfinishedNotes.tsx'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'
import { composer } from '../support/lessons.ts'

clearBetweenTests()

describe('someone who is writing while the facilitator moves on', () => {
  it('[NOTEUI13] goes on in the composer of the next phase, at the same letter', async () => {
    const { session } = boardAlone({ phase: 'reflect' })
    const { user, rerender } = show(session, <ReflectView />)
    await user.type(composer(), 'alerts were late')
    await user.keyboard('{ArrowLeft>4/}')

    rerender(<DiscussView />)
    await user.keyboard('very ')
    expect(composer()).toHaveProperty('value', 'alerts were very late')
  })

  it('[NOTEUI13] hands in what was begun where the next phase has no composers', async () => {
    const { session } = boardAlone({ phase: 'vote' })
    session.kept.write('note:lessons', 'alerts were late')
    const { user } = show(session, <UnfinishedNotes />)

    await user.click(screen.getByRole('button', { name: 'Add' }))
    expect([...session.view.drafts.all.get().values()].map((draft) => draft.text)).toEqual(['alerts were late'])
    expect(screen.queryByRole('region', { name: 'Not added yet' })).toBeNull()
  })
})
