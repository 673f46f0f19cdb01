import { Fragment } from 'react'
import { categoryTitle } from '../../../shared/incident/categories.ts'
import {
  type ReportCauses as Causes,
  namedFactors,
  type ReportFactor,
  type ReportWhy,
} from '../../../shared/report/causes.ts'
import type { RecordBlocks as Blocks } from '../../../shared/report/record-blocks.ts'
import { target } from '../../../shared/review/target.ts'
import { FishboneDrawing } from '../../session/fishbone/FishboneDrawing.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { classes } from '../../ui/classes.ts'
import { LinkedTo } from './LinkedTo.tsx'
import { Prose } from './Prose.tsx'
import { PlaceLink, usePlace } from './places.tsx'
import { RecordBlocks } from './RecordBlocks.tsx'

const weightTitles = { high: 'High weight', medium: 'Medium weight', low: 'Low weight' } as const

/** The root cause apart from what was seen, the whys between them, which factors there are, both drawn, the details. */
export function ReportCauses({ causes, blocks }: { readonly causes: Causes; readonly blocks: Blocks }) {
  const { whys, drawing } = causes
  const named = namedFactors(causes)
  return (
    <>
      <div className="text-lg">
        <RecordBlocks blocks={blocks.rootCause} />
      </div>
      <RecordBlocks blocks={blocks.symptoms} />
      {whys.length > 0 && (
        <div>
          <h3 className="mb-1 font-semibold print:break-after-avoid">Why it happened</h3>
          <Whys whys={whys} />
        </div>
      )}
      {named.length > 0 && (
        <div>
          <h3 className="mb-1 font-semibold print:break-after-avoid">Contributing factors</h3>
          <FactorNames factors={named} />
        </div>
      )}
      {drawing !== null && (
        <div className="@container">
          <h3 className="mb-2 font-semibold print:break-after-avoid">Causes by category</h3>
          <FishboneDrawing
            drawing={drawing.wide}
            className="h-auto w-full @max-lg:hidden print:block print:max-h-[210mm] print:break-inside-avoid"
          />
          <FishboneDrawing drawing={drawing.narrow} className="h-auto w-full @lg:hidden print:hidden" />
        </div>
      )}
      <RecordBlocks blocks={blocks.details} />
    </>
  )
}

/** Which there are, each leading to what is known of it. */
function FactorNames({ factors }: Pick<Causes, 'factors'>) {
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-5 gap-y-1 max-sm:grid-cols-1 max-sm:gap-y-0">
      {factors.map(({ title, factors: those }) => (
        <div key={title} className="contents">
          <dt className="text-ink-soft">{title}</dt>
          <dd className="wrap-anywhere max-sm:mb-1.5">
            {those.map(({ id, text }, index) => (
              <Fragment key={id}>
                {index > 0 && '; '}
                <PlaceLink target={target('cause', id)}>{text}</PlaceLink>
              </Fragment>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What contributed, by its sort. */
export function ReportFactors({ factors }: Pick<Causes, 'factors'>) {
  return factors.map(({ title, factors: those }) => (
    <div key={title}>
      <h3 className="mb-1 font-semibold print:break-after-avoid">{title}</h3>
      <ul className="space-y-2">
        {those.map((factor) => (
          <Factor key={factor.id} factor={factor} />
        ))}
      </ul>
    </div>
  ))
}

function Whys({ whys, isBelow = false }: { readonly whys: readonly ReportWhy[]; readonly isBelow?: boolean }) {
  return (
    <ul className={isBelow ? 'mt-1 ml-1.5 space-y-1 border-l border-line pl-4' : 'space-y-1'}>
      {whys.map((why) => (
        <li key={why.id} className="wrap-anywhere">
          <Why why={why} />
          {why.because.length > 0 && <Whys whys={why.because} isBelow />}
        </li>
      ))}
    </ul>
  )
}

function Why({ why: { id, text, evidence, category, linkedTo } }: { readonly why: ReportWhy }) {
  return (
    <div {...usePlace(target('cause', id))}>
      <p className="whitespace-pre-wrap">
        {text}
        {category !== null && <span className="ml-2 text-sm text-ink-soft">{categoryTitle(category)}</span>}
      </p>
      <Evidence text={evidence} />
      <LinkedTo links={linkedTo} />
    </div>
  )
}

function Factor({ factor: { id, text, how, weight, evidence, linkedTo } }: { readonly factor: ReportFactor }) {
  const { className, ...place } = usePlace(target('cause', id))
  return (
    <li {...place} className={classes(className, 'break-inside-avoid wrap-anywhere')}>
      <span className="mr-2 font-medium">{text}</span>
      {weight !== null && <Badge>{weightTitles[weight]}</Badge>}
      {how.trim() !== '' && <p>{how}</p>}
      <Evidence text={evidence} />
      <LinkedTo links={linkedTo} />
    </li>
  )
}

function Evidence({ text }: { readonly text: string }) {
  if (text.trim() === '') return null
  return (
    <div className="text-ink-soft">
      <Prose text={text} />
    </div>
  )
}
