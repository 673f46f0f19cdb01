import { JSDOM } from 'jsdom'

/** A page as its elements alone: what is left of markup when all words are taken out of it. */
export interface Skeleton {
  readonly shape: readonly string[]
  /** All words on it, with single spaces. */
  readonly words: string
  /** Where its links lead. */
  readonly links: readonly string[]
}

const parser = new new JSDOM().window.DOMParser()

/** How a browser's own parser reads markup. Nothing in it is run, nothing fetched. */
export function skeletonOf(markup: string): Skeleton {
  const document = parser.parseFromString(markup, 'text/html')
  for (const link of document.querySelectorAll('a')) if (leadsToItself(link)) link.replaceWith(...link.childNodes)
  const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')
  for (const style of document.querySelectorAll('style')) style.textContent = ''
  const shape = shapeOf(document.documentElement, 0)
  for (const edge of document.querySelectorAll('br, p, li, td, div')) edge.after(' ')
  return {
    shape,
    words: spaced(document.documentElement.textContent ?? ''),
    links,
  }
}

/**
 * Whether some readers of Markdown made a link of an address, as they do of any that stands in a text: it shows where it
 * leads, and that is no script.
 */
function leadsToItself(link: HTMLAnchorElement): boolean {
  const href = link.getAttribute('href') ?? ''
  const shown = link.textContent ?? ''
  const plain = [shown, `http://${shown}`, `mailto:${shown}`].map((each) => encodeURI(each).replaceAll('%25', '%'))
  return /^(https?:|mailto:)/.test(href) && plain.includes(href)
}

/** In a drawing of words its measures, and how many lines a text has, follow the words; nothing else of it does. */
function shapeOf(element: Element, depth: number): readonly string[] {
  const isDrawn = element.closest('figure.fishbone') !== null
  if (isDrawn && element.matches('tspan + tspan')) return []
  const attributes = [...element.attributes].map(({ name, value }) => {
    if (name === 'href') return name
    return `${name}=${isDrawn ? value.replace(/^-?\d+(\.\d)?( -?\d+)*$/, '#') : value}`
  })
  const own = `${'.'.repeat(depth)}${[element.tagName.toLowerCase(), ...attributes].join(' ')}`
  return [own, ...[...element.children].flatMap((child) => shapeOf(child, depth + 1))]
}

export function spaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
