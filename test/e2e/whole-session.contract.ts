import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiPaths } from '../../shared/api/paths.ts'
import { type Attendee, boardOf, goOn, openExample, type Place, saved, writeNote } from '../support/stage.ts'

const failover = 'Failover crosses the country without asking'
const quorum = 'Orchestrator trusts its own quorum'
const alert = 'The alert named the cluster within two minutes'

/** A review from its beginning to its end, as four people have it in browsers of their own. */
export function wholeSession(name: string, openPlace: () => Promise<Place>): void {
  describe(`a whole review on ${name}`, () => {
    let stage: Place
    let fay: Attendee
    let ana: Attendee
    let ben: Attendee
    let olga: Attendee

    beforeAll(async () => {
      stage = await openPlace()
      fay = await stage.enters()
      await openExample(fay, 'GitHub', 'Fay')
      ana = await stage.joins('Ana', fay, 'participant')
      ben = await stage.joins('Ben', fay, 'participant')
      olga = await stage.joins('Olga', fay, 'observer')
    })

    afterAll(() => stage.close())

    const everyone = () => [fay, ana, ben, olga].map(({ page }) => page)
    const next = (title: string) => goOn(fay.page, title, everyone())

    it('[E2E1] begins with the prime directive and the facts', async () => {
      await Promise.all(everyone().map((page) => page.getByText('Regardless of what we discover').waitFor()))
      await next('Review the facts')
      await Promise.all(
        everyone().map((page) => page.getByText('24 h 9 min').filter({ visible: true }).first().waitFor()),
      )
    })

    it('[E2E2] sends nobody a draft before the reveal, and everybody all of them at it', async () => {
      await next('Reflect')
      await writeNote(ana.page, 'Lessons learned', failover)
      await writeNote(ana.page, 'Lessons learned', quorum)
      await writeNote(ben.page, 'Went well', alert)
      await Promise.all([ana, ben].map(({ page }) => saved(page)))
      await fay.page.getByText('3 notes from 2 people').waitFor()
      for (const other of [fay, ben, olga]) expect(other.line.received()).not.toContain(failover)
      for (const other of [fay, ana, olga]) expect(other.line.received()).not.toContain(alert)

      await next('Discuss')
      for (const text of [failover, quorum, alert]) {
        await Promise.all(everyone().map((page) => page.getByText(text).waitFor()))
      }
    })

    it('[E2E3] follows the spotlight, and writes down what was said', async () => {
      await fay.page.getByRole('button', { name: 'Spotlight the first not covered' }).click()
      const spotlight = ana.page.getByRole('region', { name: 'In the spotlight' })
      await spotlight.getByText(alert).waitFor()
      await ben.page
        .getByRole('region', { name: 'In the spotlight' })
        .getByLabel('What was said')
        .fill('Keep this alert')
      await ana.page.getByText('Keep this alert').first().waitFor()
      await fay.page.getByRole('button', { name: 'Turn the spotlight off' }).click()
      await spotlight.waitFor({ state: 'hidden' })
    })

    it('[E2E4] groups two notes into a theme by keyboard, for everyone', async () => {
      await next('Find themes')
      await ana.page.getByRole('article', { name: failover }).focus()
      await ana.page.keyboard.press('g')
      await ana.page.getByRole('dialog').getByRole('option', { name: quorum }).click()
      await ana.page.getByLabel('Name of the theme').fill('Failover without a human')
      await Promise.all(everyone().map((page) => page.getByLabel('Theme: Failover without a human').waitFor()))
      await saved(ana.page)
    })

    it('[E2E5] keeps votes sealed until they are counted, and then cast is counted', async () => {
      await next('Prioritise')
      for (let votes = 0; votes < 2; votes += 1) {
        await ana.page.getByRole('button', { name: 'Vote for Failover without a human' }).click()
      }
      await ana.page.getByRole('button', { name: `Vote for ${alert}` }).click()
      await ana.page.getByRole('button', { name: `Take back a vote from ${alert}` }).click()
      await ben.page.getByRole('button', { name: `Vote for ${alert}` }).click()
      await ben.page.getByRole('button', { name: 'Vote for Failover without a human' }).click()
      await ana.page.getByText('3 of 5 votes left').waitFor()
      await Promise.all([ana, ben].map(({ page }) => saved(page)))
      await fay.page.getByText('11 votes left').waitFor()
      for (const other of [fay, olga]) expect(other.line.received()).not.toMatch(/\/(note|theme):/)

      await fay.page.getByRole('button', { name: 'Count votes' }).click()
      const confirm = fay.page.getByRole('alertdialog').getByRole('button', { name: 'Count votes' })
      await confirm.click()
      await Promise.all(everyone().map((page) => page.getByText('2 of 3 people voted · 4 cast = 4 counted').waitFor()))
      await next('Plan actions')
    })

    it('[E2E6] turns what matters most into an action with an owner and a date', async () => {
      await ben.page.getByRole('button', { name: 'Add action for Failover without a human' }).click()
      await ben.page.getByLabel('New action for Failover without a human').fill('Ask a human before crossing regions')
      await ben.page.keyboard.press('Enter')
      const action = ben.page.getByRole('article', { name: 'Ask a human before crossing regions' })
      await action.getByLabel('Owner').fill('Ana')
      await action.getByLabel('Owner').press('Enter')
      await action.getByLabel('Due').fill('2030-01-31')
      await action.getByLabel('Due').press('Enter')
      await action.getByLabel('How it will be verified').fill('A game day that cuts the link')
      await saved(ben.page)
      await next('Wrap up')
    })

    it('[E2E7] wraps up, and takes the report away in every format', async () => {
      await ana.page.getByLabel('Takeaways').fill('Ask before failing over across regions.')
      await saved(ana.page)
      const report = (format: 'md' | 'html' | 'json' | 'csv' | 'ics') =>
        olga.page.request
          .get(new URL(apiPaths.report(boardOf(olga.page), format), stage.url).href)
          .then((response) => response.text())

      const markdown = await report('md')
      for (const text of [
        'SEV-1',
        'Orchestrator',
        '## Timeline',
        failover,
        quorum,
        alert,
        'Keep this alert',
        'Failover without a human',
        'Ask a human before crossing regions',
        'Ana',
        '2030-01-31',
        'A game day that cuts the link',
        'Ask before failing over across regions',
      ]) {
        expect(markdown).toContain(text)
      }
      expect(await report('html')).toContain('Ask a human before crossing regions')
      expect(JSON.parse(await report('json'))).toMatchObject({
        board: { title: 'Short network cut moves database primaries across the country' },
      })
      expect(await report('csv')).toContain('Ask a human before crossing regions')
      expect(await report('ics')).toContain('DTSTART;VALUE=DATE:20300131')

      await olga.page.goto(`${stage.url}/b/${boardOf(olga.page)}/report`)
      await olga.page.getByRole('heading', { name: /Short network cut/ }).waitFor()
      await olga.page.getByText('Ask a human before crossing regions').first().waitFor()
    })

    it('[E2E8] finishes, and what is finished takes no more notes', async () => {
      await fay.page.getByRole('button', { name: 'Finish review' }).click()
      await fay.page.getByRole('alertdialog').getByRole('button', { name: 'Finish review' }).click()
      await ana.page
        .getByText(/review is finished/i)
        .first()
        .waitFor()
    })
  })
}
