import { useMemo, useState } from 'react'
import { hasMarkup, lightMarkdown } from '../../../shared/report/light-markdown.ts'
import { CaretLayer } from '../../session/CaretLayer.tsx'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useFlat, useFlatText } from '../../session/hooks.ts'
import { LightMarkdown } from '../../session/LightMarkdown.tsx'
import { useMayEditRecord } from '../../session/use-may-edit.ts'
import { classes } from '../../ui/classes.ts'
import { FieldHead, useFieldIds } from './FieldHead.tsx'
import type { ProseField } from './record-parts.ts'

const place =
  '-mx-2.5 w-[calc(100%+1.25rem)] rounded-md border border-transparent px-2.5 py-1.5 [grid-area:1/1] min-h-9.5'
const proseLook = `${place} block field-sizing-content resize-none bg-transparent hover:not-read-only:border-line-strong focus-visible:border-focus focus-visible:bg-surface`

interface ProseProps extends ProseField {
  readonly level?: 'part' | 'field'
  readonly autoFocus?: boolean
  /** The heading above it says what it is. */
  readonly isUntitled?: boolean
}

/** One text of the record that everyone writes together; read, it shows its Markdown. */
export function Prose({ field, label, prompt, level = 'field', autoFocus = false, isUntitled = false }: ProseProps) {
  const handle = useFlatText(field)
  const text = useFlat('incident', (incident) => incident[field])
  const mayEdit = useMayEditRecord()
  const ids = useFieldIds()
  const [isWriting, setWriting] = useState(false)
  const blocks = useMemo(() => (isWriting ? [] : lightMarkdown(text)), [isWriting, text])
  const isDrawn = hasMarkup(blocks)
  return (
    <div className="group/field">
      <FieldHead
        title={isUntitled ? null : label}
        level={level}
        place={handle.place}
        part={field}
        describedBy={ids.change}
        labelFor={ids.field}
      />
      <div className="grid">
        <CollaborativeText
          id={ids.field}
          handle={handle}
          label={label}
          describedBy={ids.change}
          placeholder={mayEdit ? prompt : 'Nothing written yet.'}
          multiline
          readOnly={!mayEdit}
          autoFocus={autoFocus}
          showsCaret
          className={classes(proseLook, isDrawn && 'text-transparent')}
          onFocus={() => setWriting(mayEdit)}
          onBlur={() => setWriting(false)}
        />
        {!isDrawn && <CaretLayer handle={handle} className={place} />}
        {isDrawn && (
          // What is read twice is drawn for the eye alone; a screen reader has the text as it was typed.
          <div aria-hidden="true" className={classes(place, 'pointer-events-none')}>
            <LightMarkdown blocks={blocks} isOverlaid />
          </div>
        )}
      </div>
    </div>
  )
}
