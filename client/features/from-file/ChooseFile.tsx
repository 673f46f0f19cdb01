import { FileUp } from 'lucide-react'
import { useRef } from 'react'
import { type ReadFile, readBoardFile } from '../../../shared/report/read-board-file.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { readTextFile } from '../../ui/read-text-file.ts'
import { useFileDrop } from '../../ui/use-file-drop.ts'

export interface ChosenFile {
  readonly name: string
  readonly read: ReadFile
}

/** Larger than any board can be. */
const mostBytes = 32 * 1024 * 1024

const unreadable = {
  'too-large': 'It is larger than 32 MB, and no review is.',
  'no-text': 'It is no text. Bring the JSON of a report, or a board as one file.',
} as const

/** A file that is chosen or dropped here, and what it says. */
export function ChooseFile({
  chosen,
  onChoose,
}: {
  readonly chosen: string | null
  readonly onChoose: (file: ChosenFile) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File) => {
    const text = await readTextFile(file, mostBytes)
    const refused = (what: string): ReadFile => ({ state: 'refused', problems: [{ where: null, what }] })
    onChoose({
      name: file.name,
      read: text.state === 'text' ? readBoardFile(text.text) : refused(unreadable[text.state]),
    })
  }
  const drop = useFileDrop((file) => void take(file))

  return (
    <section
      aria-label="File with a review"
      className={classes(
        'flex flex-wrap items-center gap-3 rounded-md border border-dashed border-line-strong px-4 py-4',
        drop.isOver && 'outline-2 outline-offset-2 outline-focus',
      )}
      {...drop.handlers}
    >
      <Button icon={<FileUp />} onClick={() => input.current?.click()}>
        {chosen === null ? 'Choose a file' : 'Choose another'}
      </Button>
      <span className="min-w-0 wrap-anywhere text-ink-soft">{chosen ?? 'or drop it here'}</span>
      <input
        ref={input}
        type="file"
        aria-label="Review to import"
        tabIndex={-1}
        accept=".json,.html,.htm,application/json,text/html"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) void take(file)
          event.target.value = ''
        }}
        className="sr-only"
      />
    </section>
  )
}
