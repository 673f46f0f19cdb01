// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { BoardCommands } from '../../client/app/BoardCommands.tsx'
import { BoardDialogs } from '../../client/app/board-dialogs.tsx'
import { WholeTitle } from '../../client/app/WholeTitle.tsx'
import { DiscussView } from '../../client/features/notes/DiscussView.tsx'
import { ShortcutsPanel } from '../../client/features/shortcuts/ShortcutsPanel.tsx'
import { RoundButtons } from '../../client/features/voting/RoundButtons.tsx'
import { useShortcuts } from '../../client/ui/shortcuts.tsx'
import { setFlat } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

/** Everything that can be done, as buttons. */
function All() {
  return useShortcuts().map(({ label, run }) => (
    <button key={label} type="button" onClick={run}>
      {label}
    </button>
  ))
}

const offered = () => screen.getAllByRole('button').map(({ textContent }) => textContent)

describe('commands by name', () => {
  it('[UI22] lead a facilitator to phases, dialogs, the timer and the vote', async () => {
    const { session, board, commands } = boardAlone({ as: 'fay', phase: 'vote', result: {} })
    setFlat(board, 'session', {
      agenda: [
        { id: 'vote', kind: 'vote', title: 'Prioritise', minutes: 5 },
        { id: 'act', kind: 'act', title: 'Plan actions', minutes: 5 },
      ],
      timer: { startedAt: 0, seconds: 60 },
    })
    const { user } = show(
      session,
      <BoardDialogs>
        <BoardCommands />
        <RoundButtons votesLeft={0} />
        <All />
      </BoardDialogs>,
    )
    expect(offered()).toEqual(
      expect.arrayContaining(['What is in the bin', 'Save as a template', 'React: Thanks', 'Highlight my notes']),
    )
    await user.click(screen.getByRole('button', { name: 'Add a minute to the timer' }))
    await user.click(screen.getByRole('button', { name: 'Count the votes' }))
    expect(commands.map(({ type }) => type)).toEqual(['timer.add', 'round.close'])
    await user.click(screen.getByRole('button', { name: 'Go to: Plan actions' }))
    await screen.findByRole('alertdialog', { name: 'Go on to Plan actions?' })
  })

  it('[UI22] offer nobody what they may not do', () => {
    const { session } = boardAlone({ as: 'olga', settings: { attribution: 'anonymous' } })
    show(
      session,
      <BoardDialogs>
        <BoardCommands />
        <All />
      </BoardDialogs>,
    )
    expect(offered()).toContain('Open the report')
    expect(offered().filter((label) => /React|Highlight|agenda|Go to|template/.test(label ?? ''))).toEqual([])
  })
})

describe('the list of shortcuts', () => {
  it('[UI24] tells the keys of this screen, and those within its parts', async () => {
    const { session } = boardAlone({ as: 'ana' })
    show(
      session,
      <>
        <DiscussView />
        <ShortcutsPanel onClose={() => {}} />
      </>,
    )
    const list = within(await screen.findByRole('region', { name: 'All shortcuts' }))
    const told = list.getAllByRole('term').map(({ textContent }) => textContent)
    expect(told).toEqual(expect.arrayContaining(['Find a note', 'Write a note', 'Go from note to note', 'Deeper']))
  })
})

describe('the title of a board', () => {
  it('[UI23] is shown whole when it is pressed', async () => {
    const { session } = boardAlone({ as: 'ana' })
    const { user } = show(session, <WholeTitle title="Forty-three seconds without a network" />)
    await user.click(screen.getByRole('button', { name: 'Forty-three seconds without a network' }))
    await waitFor(() =>
      expect(screen.getByRole('dialog').textContent).toContain('Forty-three seconds without a network'),
    )
  })
})
