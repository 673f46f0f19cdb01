// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { FormEvent } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AlertDialog } from '../../client/ui/AlertDialog.tsx'
import { Button } from '../../client/ui/Button.tsx'
import { useShortcut } from '../../client/ui/shortcuts.tsx'
import { toast } from '../../client/ui/toast.ts'
import { UiProvider } from '../../client/ui/UiProvider.tsx'
import { clearBetweenTests } from '../support/board-alone.tsx'

clearBetweenTests()

describe('a question that was answered', () => {
  /** As on a slow machine at its slowest: what fades away is never gone. */
  beforeEach(() => {
    const fading = { effect: null, finished: new Promise(() => {}) }
    Object.assign(Element.prototype, { getAnimations: () => [fading] })
  })
  afterEach(() => {
    Reflect.deleteProperty(Element.prototype, 'getAnimations')
  })

  it.each([['{Shift>}{ArrowRight}{/Shift}'], ['n']])(
    '[UI3] leaves %s to the page while it fades away',
    async (keys) => {
      const { user, run } = await answered()
      await user.keyboard(keys)
      expect(run).toHaveBeenCalledOnce()
    },
  )

  it('[UI4] is answered once, however often Enter is pressed until it is gone', async () => {
    const { user, count } = await answered()
    await user.keyboard('{Enter}{Enter}')
    expect(count).toHaveBeenCalledOnce()
  })

  async function answered() {
    const run = vi.fn()
    const count = vi.fn()
    const asked = (open: boolean) => (
      <UiProvider>
        <Board run={run} />
        <AlertDialog
          open={open}
          title="Count the votes now?"
          description=""
          confirm="Count votes"
          onClose={() => drawn.rerender(asked(false))}
          onConfirm={count}
        />
      </UiProvider>
    )
    const drawn = render(asked(true))
    const user = userEvent.setup()
    const confirm = await screen.findByRole('button', { name: 'Count votes' })
    act(() => confirm.focus())
    await user.keyboard('{Enter}')
    return { user, run, count }
  }
})

describe('a toast', () => {
  it('[UI3] leaves the keys to the page, also while the keyboard is in it', async () => {
    const run = vi.fn()
    render(
      <UiProvider>
        <Board run={run} />
      </UiProvider>,
    )
    act(() => void toast({ title: 'The votes are counted' }))
    const dismiss = await screen.findByLabelText('Dismiss')
    act(() => dismiss.focus())
    await userEvent.setup().keyboard('n')
    expect(run).toHaveBeenCalledOnce()
  })
})

describe('a key that is held down', () => {
  it('[UI3] goes on once', () => {
    const run = vi.fn()
    render(
      <UiProvider>
        <Board run={run} />
      </UiProvider>,
    )
    const held = { key: 'ArrowRight', code: 'ArrowRight', shiftKey: true }
    fireEvent.keyDown(document.body, held)
    fireEvent.keyDown(document.body, { ...held, repeat: true })
    expect(run).toHaveBeenCalledOnce()
  })
})

describe('a button that was pressed', () => {
  it('[UI4] takes no second press and keeps the keyboard while what it began is on its way', async () => {
    const pressed = vi.fn()
    const sent = vi.fn((event: FormEvent) => event.preventDefault())
    const button = (busy: boolean) => (
      <form onSubmit={sent}>
        <Button type="submit" busy={busy} onClick={pressed}>
          Go on
        </Button>
      </form>
    )
    const { rerender } = render(button(false))
    const user = userEvent.setup()
    await user.click(screen.getByRole('button'))
    rerender(button(true))
    await user.keyboard('{Enter}')
    expect([pressed, sent].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
    expect(document.activeElement).toBe(screen.getByRole('button'))
    expect(screen.getByRole('button')).toHaveProperty('disabled', false)
  })
})

function Board({ run }: { readonly run: () => void }) {
  useShortcut('Shift+ArrowRight', 'Go to the next phase', run)
  useShortcut('n', 'New note', run)
  return null
}
