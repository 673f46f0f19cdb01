import { type CSSProperties, memo, useState } from 'react'
import { target } from '../../../shared/review/target.ts'
import { CollaborativeText } from '../../session/CollaborativeText.tsx'
import { useEntryValue, useText } from '../../session/hooks.ts'
import { Links } from '../../session/linking.tsx'
import { CategoryMark } from './CategoryMark.tsx'
import { Company } from './Company.tsx'
import type { Outline } from './outline.ts'
import { quietText } from './quiet-text.ts'
import { SeenIn } from './seen-before.tsx'
import { WhyMenu } from './WhyMenu.tsx'

interface WhyProps {
  readonly id: string
  readonly depth: number
  readonly mayEdit: boolean
  readonly outline: Outline
}

/** Deeper than this a row is indented no further: there would be no room left for its words. */
const deepest = 8

/** One why. Typing in it renders nothing; what else changes it renders this row and no other. [WHY6] */
export const Why = memo(function Why({ id, depth, mayEdit, outline }: WhyProps) {
  const text = useText('causes', id, 'text')
  const evidence = useText('causes', id, 'evidence')
  const { category, hasEvidence } = useEntryValue('causes', id, (cause) => ({
    category: cause?.category ?? null,
    hasEvidence: (cause?.evidence ?? '').trim() !== '',
  }))
  const [isProving, setProving] = useState(false)
  if (text === undefined || evidence === undefined) return null
  const name = `Why, level ${depth + 1}`
  return (
    <li
      data-why={id}
      data-target={target('cause', id)}
      tabIndex={-1}
      aria-label={name}
      style={{ '--depth': Math.min(depth, deepest) } as CSSProperties}
      className="why-row group/why relative scroll-mt-12 rounded-md focus-within:bg-ink/3 hover:bg-ink/3"
    >
      <div className="flex items-start gap-1">
        <span
          aria-hidden="true"
          className="tabular mt-1.5 inline-flex size-5 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface text-xs text-ink-soft"
        >
          {depth + 1}
        </span>
        <div className="min-w-0 flex-1 pb-0.5">
          <CollaborativeText
            handle={text}
            label={name}
            placeholder={depth === 0 ? 'What happened, and why? Because…' : 'And why is that? Because…'}
            multiline
            readOnly={!mayEdit}
            className={quietText}
            onKeyDown={mayEdit ? (event) => outline.onKeyDown(id, event) : undefined}
            onPaste={mayEdit ? (event) => outline.onPaste(id, event) : undefined}
          />
          {(hasEvidence || isProving) && (
            <CollaborativeText
              handle={evidence}
              label={`Evidence of: ${name}`}
              placeholder="What shows it: logs, metrics, a test"
              multiline
              autoFocus={isProving}
              readOnly={!mayEdit}
              onBlur={() => setProving(false)}
              className={`${quietText} text-sm text-ink-soft`}
            />
          )}
          <SeenIn id={id} />
          <Links target={target('cause', id)} />
        </div>
        <Company id={id} />
        <CategoryMark category={category} />
        {mayEdit && <WhyMenu id={id} category={category} outline={outline} onProve={() => setProving(true)} />}
      </div>
    </li>
  )
})
