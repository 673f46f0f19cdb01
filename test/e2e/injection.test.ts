import type { Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { apiPaths } from '../../shared/api/paths.ts'
import { phaseKinds } from '../../shared/review/agenda.ts'
import { fieldsOfWords } from '../support/every-field.ts'
import { settled } from '../support/gallery/gallery.ts'
import { type LoadedBoard, openLoadedBoard } from '../support/loaded-board.ts'
import { type Attendee, openStage, type Stage, saved } from '../support/stage.ts'
import { type Watch, watchPage } from '../support/watch-page.ts'

/** As nasty as 60 characters can be, the least that any field takes; numbered, so that each can be found again. */
const numbers = new Map(fieldsOfWords().map((mark, index) => [mark, String(index).padStart(3, '0')]))
const payload = (mark: string) => `${numbers.get(mark)}"'><img src=x onerror=pwned()><script>pwned()</script>`

/** Fields that some screen has to show, whatever else comes. */
const shown = [
  ...['session0title', 'section0title', 'section0prompt', 'people0name', 'people0another', 'people0observer'],
  ...phaseKinds.map((kind) => `agenda0${kind}`),
  ...['notes0text', 'notes0discussion', 'themes0label', 'themes0discussion'],
  ...['actions0title', 'actions0owner', 'actions0verification', 'checkIns0what'],
  ...['timeline0event', 'timeline0actor', 'timeline0action', 'causes0text', 'causes0evidence'],
  ...['services0name', 'services0description', 'responders0name', 'responders0role', 'responders0did'],
  ...['incident0incidentId', 'incident0tags', 'incident0summary', 'incident0impactUsers', 'incident0impactBusiness'],
  ...['incident0rootCause', 'incident0technicalDetails', 'incident0resolution', 'incident0takeaways'],
  ...['incident0communications', 'incident0responseEvaluation', 'incident0appendix'],
].map((field) => `MARK${field}0`)

describe('words in every field of a board', () => {
  let stage: Stage
  let board: LoadedBoard
  const watches: Watch[] = []

  beforeAll(async () => {
    stage = await openStage(inject('chromium'))
    board = await openLoadedBoard(stage.url, payload)
  })

  afterAll(async () => {
    board.close()
    await stage.close()
  })

  /** Somebody's browser, watched; nobody's without a cookie. */
  async function visitor(cookie?: string): Promise<Attendee & { readonly watch: Watch }> {
    const attendee = await stage.enters({ reducedMotion: 'reduce' })
    const watch = await watchPage(attendee.page, stage.url)
    watches.push(watch)
    const [name = '', value = ''] = (cookie ?? '').split('=')
    if (cookie) await attendee.context.addCookies([{ name, value, url: stage.url }])
    return { ...attendee, watch }
  }

  const wrong = () => watches.flatMap((watch) => watch.wrong)
  const seen = () => watches.map((watch) => watch.seen()).join('\n')

  async function open(page: Page, watch: Watch, step: () => Promise<unknown>) {
    const dialogs = page.locator(':is([role="dialog"]:not([aria-modal="false"]), [role="alertdialog"])') // but no toast
    const dialog = dialogs.filter({ visible: true }).first()
    await step()
    await dialog.waitFor()
    await settled(page)
    await watch.look()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  }

  const menu = (page: Page, item: string) => async () => {
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
  }

  it('[INJECT6] are words to whoever is asked to join', async () => {
    const { page, watch } = await visitor()
    await page.goto(`${stage.url}/b/${board.id}#${board.invite}`)
    await page.getByLabel('Your name').waitFor()
    await watch.look()
    expect(wrong()).toEqual([])
  })

  it('[INJECT6] are words on every screen of a review, and in what opens on it', async () => {
    const [fay, ana] = [await visitor(board.fay.cookie), await visitor(board.ana.cookie)]
    for (const { page } of [fay, ana]) await page.goto(`${stage.url}/b/${board.id}`)
    await Promise.all([fay, ana].map(({ page }) => saved(page)))
    for (const kind of phaseKinds) {
      await board.go(kind)
      for (const { page, watch } of [fay, ana]) {
        await page.locator('nav[aria-label="Agenda"] [aria-current="step"]').getByText(title(kind)).first().waitFor()
        await settled(page)
        await watch.look()
      }
      if (kind === 'vote') await board.vote()
    }
    const { page, watch } = fay
    for (const drawer of ['i', 'Shift+A']) {
      await page.keyboard.press(drawer)
      await page.getByRole('button', { name: 'Close panel' }).waitFor()
      await settled(page)
      await watch.look()
      await page.getByRole('button', { name: 'Close panel' }).click()
    }
    await open(page, watch, () => page.keyboard.press('s'))
    await open(page, watch, () => page.keyboard.press('Control+k'))
    for (const item of ['You on this review', 'Settings', 'Agenda', 'Sections', 'Rename', 'Bin', 'Delete the review']) {
      await open(page, watch, menu(page, item))
    }
    await board.fay.command({ type: 'spotlight.set', target: 'note:one' })
    await page.getByRole('region', { name: 'In the spotlight' }).waitFor()
    await watch.look()
    expect(wrong()).toEqual([])
  })

  it('[INJECT6] are words in the report, on its page and as a file', async () => {
    const { page, watch } = await visitor(board.fay.cookie)
    await page.goto(`${stage.url}/b/${board.id}/report`)
    await page.getByRole('heading', { level: 1 }).getByText(payload('MARKsession0title0')).waitFor()
    await watch.look()
    await page.goto(stage.url + apiPaths.report(board.id, 'html'))
    await page.getByRole('heading', { level: 1 }).getByText(payload('MARKsession0title0')).waitFor()
    await watch.look()
    await page.goto(stage.url)
    await page.getByRole('link', { name: payload('MARKsession0title0').slice(0, 20) }).waitFor()
    await watch.look()
    expect(wrong()).toEqual([])
  })

  it('[INJECT6] were all shown, as they were typed', () => {
    expect(shown.filter((mark) => !seen().includes(payload(mark)))).toEqual([])
    const found = fieldsOfWords().filter((mark) => seen().includes(payload(mark)))
    expect(found.length).toBeGreaterThan(shown.length)
  })

  it.each([
    '#%E0%A4%A',
    '#%3Cscript%3Epwned()%3C/script%3E',
    '?x=<script>pwned()</script>#"><img src=x onerror=pwned()>',
  ])('[INJECT9] are words in an address too: %s', async (mangled) => {
    const { page, watch } = await visitor()
    await page.goto(`${stage.url}/b/${board.id}${mangled}`)
    await page.getByText('This link no longer works').or(page.getByText('You are not on this review')).first().waitFor()
    await watch.look()
    expect(watch.wrong).toEqual([])
  })

  it('[INJECT8] turn nothing that stands beside them', async () => {
    const { page } = await visitor()
    const overlaps = await page.evaluate(
      (turning) => {
        const line = document.createElement('p')
        document.body.prepend(line)
        return turning.map((each) => {
          const spans = [each, 'beside'].map((text) => {
            const span = document.createElement('span')
            span.textContent = text
            return span
          })
          line.replaceChildren(...spans)
          const [words, beside] = spans.map((span) => span.getBoundingClientRect())
          return words!.right - beside!.left
        })
      },
      ['\u202eana', '\u202bana \u05d0', '\u2067ana'],
    )
    expect(overlaps.filter((overlap) => overlap > 1)).toEqual([])
  })

  it('[INJECT6] would not run if some code of ours took them for markup', async () => {
    const { page, watch } = await visitor(board.fay.cookie)
    await page.goto(`${stage.url}/b/${board.id}`)
    await saved(page)
    const outcome = await page.evaluate((markup) => {
      try {
        document.body.insertAdjacentHTML('beforeend', markup)
        return 'inserted'
      } catch (error) {
        return error instanceof TypeError ? 'refused' : 'otherwise'
      }
    }, payload('MARKnotes0text0'))
    expect(outcome).toBe('refused')
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'javascript:pwned()'
      document.body.append(link)
      link.click()
    })
    await expect
      .poll(() => watch.wrong.filter((each) => each.startsWith('a breach of')).length)
      .toBeGreaterThanOrEqual(2)
    expect(watch.wrong.filter((each) => each.startsWith('a script ran'))).toEqual([])
    await page.evaluate(() => window.pwned())
    expect(watch.wrong.filter((each) => each.startsWith('a script ran'))).toHaveLength(1)
  })

  function title(kind: (typeof phaseKinds)[number]): string {
    return payload(`MARKagenda0${kind}0`).slice(0, 20)
  }
})
