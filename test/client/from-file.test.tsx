// @vitest-environment jsdom
import { readFileSync } from 'node:fs'
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FromFileDialog, type FromFileProps } from '../../client/features/from-file/FromFileDialog.tsx'
import type { ImportBoard } from '../../shared/api/board-file.ts'
import type { BoardListing, Problem } from '../../shared/api/boards.ts'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const path = 'shared/incident/examples/cloudflare-2019-waf-regex.json'
const writeUp = readFileSync(path, 'utf8')
const listed: BoardListing = {
  ...{ id: 'b1', title: 'The regex one', severity: null, createdAt: 0, status: 'open', phase: 'Reflect' },
  ...{ openActions: 0, role: 'facilitator', origin: 'cloudflare-2019-waf-regex' },
}

async function dialogWith(text: string, props: Partial<FromFileProps> = {}) {
  const brought: ImportBoard[] = []
  const onBring = async (body: ImportBoard): Promise<Problem | null> => {
    brought.push(body)
    return null
  }
  const { user } = show(
    boardAlone().session,
    <FromFileDialog boards={[]} onBring={onBring} onClose={() => {}} {...props} />,
  )
  const dialog = within(await screen.findByRole('dialog'))
  await user.upload(dialog.getByLabelText('Review to import'), new File([text], 'review.json'))
  return { dialog, user, brought }
}

describe('a review from a file', () => {
  it('[FILE9] shows what the file holds, and is brought in by name', async () => {
    const { dialog, user, brought } = await dialogWith(writeUp)
    const preview = await dialog.findByRole('region', { name: 'What the file holds' })
    expect(preview.textContent).toMatch(/Events10.*Notes\d+.*It becomes a new review that you facilitate/)
    await user.clear(dialog.getByRole('textbox', { name: 'Your name' }))
    await user.click(dialog.getByRole('button', { name: 'Import the review' }))
    expect([brought, dialog.getByText('The others need to know who you are.')]).toEqual([[], expect.anything()])
    await user.type(dialog.getByRole('textbox', { name: 'Your name' }), 'Fay')
    await user.click(dialog.getByRole('button', { name: 'Import the review' }))
    expect(brought).toMatchObject([{ name: 'Fay', file: { board: { id: 'cloudflare-2019-waf-regex' } } }])
  })

  it('[FILE9] says that it is here already, and asks for no name', async () => {
    const { dialog, user, brought } = await dialogWith(writeUp, { boards: [listed] })
    expect(await dialog.findByText(/You have this review already: “The regex one”/)).toBeTruthy()
    expect(dialog.queryByRole('textbox', { name: 'Your name' })).toBeNull()
    await user.click(dialog.getByRole('button', { name: 'Add what is missing' }))
    expect(brought.map(({ name }) => name)).toEqual([undefined])
  })

  it('[FILE9] makes a new one where others facilitate what is here', async () => {
    const { dialog } = await dialogWith(writeUp, { boards: [{ ...listed, role: 'participant' }] })
    expect(await dialog.findByText(/It becomes a new review/)).toBeTruthy()
  })

  it('[FILE3] says what is wrong and where, and can be chosen again', async () => {
    const { dialog, user } = await dialogWith(writeUp.replace('2019-07-02T13:42:00Z', 'at lunch'))
    const wrong = await dialog.findByRole('list', { name: 'What is wrong with it' })
    expect(wrong.textContent).toContain(': This wants a time in UTC, such as 2018-10-21T22:52:00Z.')
    expect(dialog.getByRole('alert').textContent).toContain("review.json can't be imported, and nothing was changed")
    expect(dialog.getByRole('button', { name: 'Import the review' })).toHaveProperty('disabled', true)
    await user.upload(dialog.getByLabelText('Review to import'), new File([writeUp], 'mended.json'))
    expect(await dialog.findByRole('button', { name: 'Import the review' })).toHaveProperty('disabled', false)
  })

  it('[FILE9] is dropped, too', async () => {
    const { dialog } = await dialogWith('{')
    const files = [new File([writeUp], 'dropped.json')]
    fireEvent.drop(dialog.getByRole('region', { name: 'File with a review' }), {
      dataTransfer: { files, types: ['Files'] },
    })
    expect(await dialog.findByText('dropped.json')).toBeTruthy()
    expect(dialog.queryByRole('alert')).toBeNull()
  })

  it('[FILE9] shows what the server says against it', async () => {
    const problem: Problem = { type: 'board-closed', title: 'Nothing was added', status: 409, detail: 'Reopen it.' }
    const { dialog, user } = await dialogWith(writeUp, { boards: [listed], onBring: async () => problem })
    await user.click(await dialog.findByRole('button', { name: 'Add what is missing' }))
    expect((await dialog.findByRole('alert')).textContent).toBe('Nothing was addedReopen it.')
  })
})
