// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { StrictMode } from 'react'
import { describe, expect, it } from 'vitest'
import { CollaborativeText } from '../../client/session/CollaborativeText.tsx'
import { SessionProvider } from '../../client/session/context.tsx'
import { useText } from '../../client/session/hooks.ts'
import type { TextHandle } from '../../client/session/text/text-handle.ts'
import { readEntry } from '../../shared/document/read.ts'
import { textOf } from '../../shared/document/write.ts'
import { boardAlone, clearBetweenTests } from '../support/board-alone.tsx'

clearBetweenTests()

function Discussion(props: { readonly onSubmit?: () => void }) {
  const handle = useText('notes', 'deploys', 'discussion')
  return handle ? <CollaborativeText handle={handle} label="What was said" multiline {...props} /> : null
}

/** Ana's field over a note's discussion, and ben's hand in the same text. */
function anasField(said: string, props: Parameters<typeof Discussion>[0] = {}) {
  const alone = boardAlone({ notes: [{ id: 'deploys', text: 'Deploys', discussion: said }] })
  const shown = render(
    <StrictMode>
      <SessionProvider session={alone.session}>
        <Discussion {...props} />
      </SessionProvider>
    </StrictMode>,
  )
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What was said' })
  const text = textOf(alone.board, 'notes', 'deploys', 'discussion')
  const ben = { types: (index: number, words: string) => act(() => text?.insert(index, words)) }
  const said_ = () => readEntry(alone.board, 'notes', 'deploys')?.discussion
  return { ...alone, ...shown, field, ben, said: said_, user: userEvent.setup() }
}

describe('a collaborative text', () => {
  it('[CLIENT3] takes each letter to the document, and shows what others type', async () => {
    const { field, ben, said, user } = anasField('Freeze')

    await user.click(field)
    await user.keyboard(' deploys')
    ben.types(0, 'We: ')

    expect(said()).toBe('We: Freeze deploys')
    expect(field.value).toBe('We: Freeze deploys')
  })

  it('[CLIENT3] keeps the caret at its letter and the keyboard where it is', async () => {
    const { field, ben, user } = anasField('Freeze')
    await user.click(field)
    field.setSelectionRange(3, 3)

    ben.types(0, 'We: ')
    ben.types(10, ' now')

    expect(document.activeElement).toBe(field)
    expect([field.selectionStart, field.selectionEnd]).toEqual([7, 7])
  })

  it('[CLIENT3] changes only what was typed: words of others around it stay', async () => {
    const { field, ben, said, user } = anasField('one two three')
    await user.click(field)
    field.setSelectionRange(4, 7)
    ben.types(13, ' four')

    await user.keyboard('2')

    expect(said()).toBe('one 2 three four')
  })

  it('[CLIENT5] lets an input method finish, and puts what it composed where it belongs by then', () => {
    const { field, ben, said } = anasField('ab')
    field.focus()
    field.setSelectionRange(1, 1)
    fireEvent.compositionStart(field)
    field.value = 'a日b'
    fireEvent.input(field, { isComposing: true })

    ben.types(0, '>> ')
    expect(field.value).toBe('a日b')
    expect(said()).toBe('>> ab')
    field.value = 'a日本b'
    fireEvent.compositionEnd(field)

    expect(said()).toBe('>> a日本b')
    expect(field.value).toBe('>> a日本b')
    expect(field.selectionStart).toBe('>> a日本'.length)
  })

  it('[CLIENT3] says while it has the keyboard that this person is editing it', () => {
    const { field, session } = anasField('')

    act(() => field.focus())
    expect(session.presence.mine().editing).toBe('note:deploys/discussion')
    act(() => field.blur())
    expect(session.presence.mine().editing).toBe(null)
  })

  it('[CLIENT3] stops saying so when it is gone', () => {
    const { field, session, unmount } = anasField('')
    act(() => field.focus())

    unmount()

    expect(session.presence.mine().editing).toBe(null)
  })

  it('[CLIENT3] submits on Enter, makes a line on Shift+Enter, and leaves on Escape with the text kept', async () => {
    const submitted: string[] = []
    const { field, said, user } = anasField('', { onSubmit: () => submitted.push('once') })

    await user.click(field)
    await user.keyboard('one{Shift>}{Enter}{/Shift}two{Enter}{Escape}')

    expect(submitted).toEqual(['once'])
    expect(said()).toBe('one\ntwo')
    expect(document.activeElement).not.toBe(field)
  })

  it('[UNDO3] takes its letters back with Ctrl+Z, and others’ stay', async () => {
    const { field, ben, said, user } = anasField('')
    await user.click(field)
    await user.keyboard('oops')
    ben.types(0, 'Ben: ')

    await user.keyboard('{Control>}z{/Control}')

    expect(said()).toBe('Ben: ')
    expect(field.value).toBe('Ben: ')
  })

  it('[CLIENT3] shows the text of another field once it is bound to that', () => {
    const handles = boardAlone({
      notes: [
        { id: 'a', text: 'First' },
        { id: 'b', text: 'Second' },
      ],
    })
    const view = (handle: TextHandle | undefined) => (
      <SessionProvider session={handles.session}>
        {handle && <CollaborativeText handle={handle} label="Note" />}
      </SessionProvider>
    )
    const shown = render(view(handles.session.texts.entry('notes', 'a', 'text')))
    shown.rerender(view(handles.session.texts.entry('notes', 'b', 'text')))

    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('Second')
  })
})
