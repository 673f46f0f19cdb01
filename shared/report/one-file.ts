const dataBlock = /<script type="application\/json" id="hindsight-board">([\s\S]*?)<\/script>/u

/**
 * The board as one file: its report, which any browser shows without a server, with all of its data inside.
 *
 * @remarks
 * A data block is not run. No `<` stands in it, so that nothing that people wrote ends it early. [FILE4]
 */
export function oneFile(html: string, json: string): string {
  const block = `<script type="application/json" id="hindsight-board">\n${json.replaceAll('<', '\\u003c')}</script>`
  return html.replace('</body>', () => `${block}\n</body>`)
}

/** The data of a board in one file; null where there is none. */
export function dataInFile(html: string): string | null {
  return dataBlock.exec(html)?.[1] ?? null
}
