// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { boardFromForm, emptyForm } from '../../client/features/home/start-form.ts'
import { SaveTemplateDialog } from '../../client/features/templates/SaveTemplateDialog.tsx'
import { Templates } from '../../client/features/templates/Templates.tsx'
import { ownTemplates, useOwnTemplates } from '../../client/session/own-templates.ts'
import { UiProvider } from '../../client/ui/UiProvider.tsx'
import { boardAlone, clearBetweenTests, show } from '../support/board-alone.tsx'

clearBetweenTests()

const used: string[] = []
let ids = 0
const newId = () => `template${++ids}`

function TemplatesAtHome() {
  const [templates, set] = useOwnTemplates()
  return <Templates templates={templates} newId={newId} onChange={set} onUse={(kind) => used.push(kind)} />
}

async function atHome() {
  const user = userEvent.setup()
  render(
    <UiProvider>
      <TemplatesAtHome />
    </UiProvider>,
  )
  await user.click(screen.getByRole('button', { name: 'Templates' }))
  await screen.findByRole('dialog', { name: 'Templates' })
  return user
}

const titles = () => ownTemplates().map(({ title }) => title)

describe('templates of one’s own', () => {
  it('[TEMPLATE7] are saved of a review, and a new one begins with its agenda, sections and settings', async () => {
    const { session } = boardAlone({ as: 'fay', settings: { votes: 7, attribution: 'anonymous' } })
    const { user } = show(session, <SaveTemplateDialog newId={newId} onClose={() => {}} />)
    await user.type(await screen.findByRole('textbox', { name: 'Name of the template' }), 'Ours')
    await user.click(screen.getByRole('button', { name: 'Save the template' }))

    const [ours] = ownTemplates()
    const { agenda, sections } = session.view.session.get()
    expect(boardFromForm({ ...emptyForm, kind: `mine/${ours?.id}` }, ownTemplates())).toMatchObject({
      agenda: agenda.map(({ kind, title, minutes }) => ({ kind, title, minutes })),
      sections,
      settings: { votes: 7, attribution: 'named' },
    })
  })

  it('[TEMPLATE7] are copied of those that are shipped, changed, used and deleted', async () => {
    const user = await atHome()
    await user.click(screen.getByRole('button', { name: 'Duplicate Retrospective' }))
    const name = await screen.findByRole('textbox', { name: 'Name of the template' })
    await user.clear(name)
    await user.type(name, 'Ours')
    await user.clear(screen.getByRole('textbox', { name: 'Title of section 1' }))
    await user.type(screen.getByRole('textbox', { name: 'Title of section 1' }), 'Kept')
    await user.click(screen.getByRole('button', { name: 'Remove Reflect' }))
    await user.click(screen.getByRole('button', { name: 'Save the template' }))

    const yours = within(await screen.findByRole('region', { name: 'Yours' }))
    expect(ownTemplates()[0]?.sections.map(({ title }) => title)).toEqual(['Kept', 'Did not go well', 'Ideas'])
    expect(ownTemplates()[0]?.agenda.map(({ kind }) => kind)).not.toContain('reflect')
    await user.click(yours.getByRole('button', { name: 'Duplicate Ours' }))
    await user.click(await screen.findByRole('button', { name: 'Save the template' }))
    expect(titles()).toEqual(['Ours', 'Copy of Ours'])

    await user.click(await screen.findByRole('button', { name: 'Delete Ours' }))
    expect(titles()).toEqual(['Copy of Ours'])
    await user.click(screen.getByRole('button', { name: 'Start with Copy of Ours' }))
    expect(used).toEqual([`mine/${ownTemplates()[0]?.id}`])
  })
})
