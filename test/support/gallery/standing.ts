import type { Page } from '@playwright/test'

/** What a page says, what its fields hold and how much is open on it; without digits, as clocks go on. */
export function standing(page: Page): Promise<string> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
    const open = '[aria-expanded=true], [role=dialog], [role=alertdialog], [role=menu], [role=listbox], aside'
    const [fields, opened] = ['input, textarea, select', open].map((each) =>
      [...document.querySelectorAll(each)].filter((element) => element.checkVisibility()),
    )
    const held = fields?.map((field) => ('value' in field ? field.value : ''))
    return JSON.stringify([document.body.innerText.replaceAll(/\d+/g, '#'), held, opened?.length])
  })
}

/** Closes what was opened on a page, as a person does; whether the page is as it stood before. */
export async function closesAgain(page: Page, stood: string): Promise<boolean> {
  for (let layers = 0; layers < 3; layers += 1) {
    if ((await standing(page)) === stood) return true
    await page.keyboard.press('Escape')
  }
  return (await standing(page)) === stood
}
