// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { announce } from '../../client/ui/announce.ts'
import { Button } from '../../client/ui/Button.tsx'
import { Dialog } from '../../client/ui/Dialog.tsx'
import { Drawer } from '../../client/ui/Drawer.tsx'
import { Field, TextInput } from '../../client/ui/Field.tsx'
import { Menu } from '../../client/ui/Menu.tsx'
import { useShortcut } from '../../client/ui/shortcuts.tsx'
import { toast } from '../../client/ui/toast.ts'
import { UiProvider } from '../../client/ui/UiProvider.tsx'
import { clearBetweenTests } from '../support/board-alone.tsx'

clearBetweenTests()

describe('a shortcut of one letter', () => {
  function Shortcuts({ run }: { readonly run: (what: string) => void }) {
    useShortcut('n', 'New note', () => run('note'))
    useShortcut('$mod+k', 'Find a command', () => run('find'))
    return <input aria-label="Title" />
  }

  it('[UI3] runs wherever nobody is typing, and is text in a field', async () => {
    const run = vi.fn()
    render(<UiProvider>{<Shortcuts run={run} />}</UiProvider>)
    const user = userEvent.setup()
    await user.keyboard('n')
    await user.click(screen.getByLabelText('Title'))
    await user.keyboard('n')
    expect(run.mock.calls).toEqual([['note']])
    expect(screen.getByLabelText('Title')).toHaveProperty('value', 'n')
  })

  it.each([
    ['stays with a dialog that is open', {}, 0],
    ['runs while one fades away', { 'data-closed': '' }, 1],
  ])('[UI3] %s', async (_, attributes, runs) => {
    const run = vi.fn()
    render(
      <UiProvider>
        <Shortcuts run={run} />
        <div role="dialog" {...attributes}>
          <button type="button">Go on</button>
        </div>
      </UiProvider>,
    )
    const user = userEvent.setup()
    screen.getByRole('button', { name: 'Go on' }).focus()
    await user.keyboard('n')
    expect(run).toHaveBeenCalledTimes(runs)
  })

  it('[UI3] leaves the field to those with Ctrl or Cmd', async () => {
    const run = vi.fn()
    render(<UiProvider>{<Shortcuts run={run} />}</UiProvider>)
    const user = userEvent.setup()
    await user.click(screen.getByLabelText('Title'))
    await user.keyboard('{Control>}k{/Control}')
    expect(run.mock.calls).toEqual([['find']])
  })
})

describe('a menu', () => {
  it('[UI4] opens from its button, runs what is chosen, and gives the keyboard back to the button', async () => {
    const chosen = vi.fn()
    render(
      <UiProvider>
        <Menu trigger={<Button>More</Button>} items={[{ label: 'Rename', onSelect: chosen }]} />
      </UiProvider>,
    )
    const user = userEvent.setup()
    const button = screen.getByRole('button', { name: 'More' })
    expect(button.getAttribute('aria-expanded')).toBe('false')
    await user.click(button)
    await user.click(await screen.findByRole('menuitem', { name: 'Rename' }))
    expect(chosen).toHaveBeenCalledOnce()
    await waitFor(() => expect(document.activeElement).toBe(button))
    expect(screen.queryByRole('menu')).toBeNull()
  })
})

describe('a dialog', () => {
  it('[UI4] is named by its title and begins with what one came to type', async () => {
    render(
      <UiProvider>
        <Dialog open title="Rename the review" onClose={() => {}}>
          <Field label="Title">
            <TextInput />
          </Field>
        </Dialog>
      </UiProvider>,
    )
    expect(await screen.findByRole('dialog', { name: 'Rename the review' })).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title')))
  })
})

describe('a drawer', () => {
  it('[UI4] takes the keyboard when it opens and gives it back when it closes', async () => {
    const drawer = (open: boolean) => (
      <UiProvider>
        <button type="button">Incident</button>
        <Drawer open={open} title="Incident" onClose={() => {}}>
          Record
        </Drawer>
      </UiProvider>
    )
    const { rerender } = render(drawer(false))
    act(() => screen.getByRole('button', { name: 'Incident' }).focus())
    rerender(drawer(true))
    expect(document.activeElement).toBe(screen.getByRole('complementary', { name: 'Incident' }))
    rerender(drawer(false))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Incident' }))
  })
})

describe('a field', () => {
  it('[UI5] says what is wrong to whoever cannot see it', () => {
    render(
      <Field label="Your name" hint="As the others know you" error="Say your name.">
        <TextInput />
      </Field>,
    )
    const input = screen.getByLabelText('Your name')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    const described = input.getAttribute('aria-describedby')?.split(' ') ?? []
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      'As the others know you',
      'Say your name.',
    ])
  })
})

describe('what is announced', () => {
  it('[UI6] is said in one breath when it comes together, and each thing once', async () => {
    render(<UiProvider>{null}</UiProvider>)
    act(() => {
      announce('Now: Discuss')
      announce('31 notes revealed')
      announce('31 notes revealed')
    })
    const spoken = screen.getByRole('status', { name: 'Announcements' })
    await waitFor(() => expect(spoken.textContent).toBe('Now: Discuss. 31 notes revealed'))
  })
})

describe('a toast', () => {
  it('[UI7] is shown even if it was given before the page could show any, and does what it offers', async () => {
    const undo = vi.fn()
    toast({ title: 'Note removed', action: { label: 'Undo', onClick: undo } })
    render(<UiProvider>{null}</UiProvider>)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(undo).toHaveBeenCalledOnce()
  })
})
