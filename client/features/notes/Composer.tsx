import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { Section } from '../../../shared/review/session.ts'
import { useSession } from '../../session/context.tsx'
import { useKeptText } from '../../session/keep.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { BlameNudge } from './BlameNudge.tsx'
import { composerPlace } from './composer-place.ts'
import { useKeptCaret } from './kept-caret.ts'
import { linesOf } from './lines.ts'
import { rankBehind } from './rank-behind.ts'
import { useShownWriting } from './use-shown-writing.ts'
import { count } from './written.ts'

/** Characters of a note; the document takes ten times as many, for people who type at once. */
const limit = 2000

interface Props {
  readonly section: Section
  /** Where writing is not what the phase is about. */
  readonly quiet?: boolean
  readonly onAdded?: () => void
}

/** Where a new note is written. What stands in it is kept until it is added, whatever happens around it. [NOTEUI1] */
export function Composer({ section, quiet = false, onAdded }: Props) {
  const session = useSession()
  const [text, setText] = useKeptText(composerPlace(section.id), '')
  const [hasPastedLines, setPastedLines] = useState(false)
  const box = useRef<HTMLTextAreaElement>(null)
  const lines = linesOf(text)
  const writing = useShownWriting(section.id, text.trim() !== '')
  useKeptCaret(composerPlace(section.id), box)

  const add = (texts: readonly string[]) => {
    const wanted = texts.map((each) => each.trim()).filter((each) => each !== '')
    if (wanted.length === 0) return
    for (const each of wanted) {
      session.verbs.addDraft({ section: section.id, text: each, rank: rankBehind(session.view, section.id) })
    }
    setText('')
    setPastedLines(false)
    announce(`${count(wanted.length, 'note', 'notes')} added to ${section.title}`)
    box.current?.focus()
    onAdded?.()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      add([text])
    }
    if (event.key === 'Escape') box.current?.blur()
  }

  const onPaste = (event: ClipboardEvent) => {
    if (linesOf(event.clipboardData.getData('text/plain')).length > 1) setPastedLines(true)
  }

  return (
    <form
      className={classes(
        'rounded-lg border transition-colors focus-within:border-hue focus-within:bg-surface focus-within:hover:border-hue',
        quiet && text === ''
          ? 'border-line hover:border-line-strong'
          : 'border-line-strong bg-surface hover:border-ink-soft',
      )}
      onSubmit={(event) => {
        event.preventDefault()
        add([text])
      }}
    >
      <textarea
        ref={box}
        data-composer
        rows={1}
        value={text}
        maxLength={limit}
        enterKeyHint="send"
        aria-label={`New note in ${section.title}`}
        placeholder="Add a note"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        {...writing}
        className="field-sizing-content block max-h-56 min-h-10 w-full resize-none bg-transparent px-3 py-2 outline-none pointer-coarse:min-h-11"
      />
      <BlameNudge text={text} />
      {hasPastedLines && lines.length > 1 ? (
        <fieldset aria-label="Pasted lines" className="flex min-w-0 flex-wrap gap-2 border-t border-line p-2">
          <Button size="sm" variant="primary" onClick={() => add(lines)}>
            Split into {lines.length} notes
          </Button>
          <Button size="sm" variant="ghost" onClick={() => add([text])}>
            Keep as one
          </Button>
        </fieldset>
      ) : (
        text.trim() !== '' && (
          <div className="flex items-center gap-3 border-t border-line px-3 py-1.5 text-sm text-ink-soft">
            {/* The second half goes where there is no room for it, whole. */}
            <span className="flex h-5 min-w-0 flex-1 flex-wrap gap-x-2.5 overflow-hidden pointer-coarse:invisible">
              <span className="whitespace-nowrap">
                <Kbd keys="Enter" /> adds
              </span>
              <span className="whitespace-nowrap">
                <Kbd keys="Shift+Enter" /> new line
              </span>
            </span>
            <Button size="sm" type="submit" variant="primary">
              Add
            </Button>
          </div>
        )
      )}
    </form>
  )
}
