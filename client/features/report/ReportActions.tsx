import { priorityTitles, type ReportAction, type ReportPlan, statusText } from '../../../shared/report/plan.ts'
import { horizonTitles, reviewRhythm } from '../../../shared/review/action.ts'
import { target } from '../../../shared/review/target.ts'
import { classes } from '../../ui/classes.ts'
import { linkHost } from '../../ui/link-host.ts'
import { LinkedTo } from './LinkedTo.tsx'
import { PlaceLink, usePlace } from './places.tsx'

/** What will be done, by whom and when, the nearest first. */
export function ReportActions({ plan }: { readonly plan: ReportPlan }) {
  return (
    <div className="space-y-6">
      {plan.incomplete > 0 && (
        <p className="font-medium text-amber">
          {plan.incomplete} of {plan.total} still {plan.incomplete === 1 ? 'lacks' : 'lack'} an owner or a due date.
        </p>
      )}
      {plan.horizons.map(({ horizon, actions }) => (
        <div key={horizon ?? 'none'}>
          <h3 className="font-semibold print:break-after-avoid">
            {horizon === null ? 'Without a date' : horizonTitles[horizon]}
            {horizon !== null && (
              <span className="ml-2 text-sm font-normal text-ink-soft">looked at again {reviewRhythm[horizon]}</span>
            )}
          </h3>
          <ul>
            {actions.map((action) => (
              <Action key={action.id} action={action} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

function Action({ action }: { readonly action: ReportAction }) {
  const { title, owner, due, isOverdue, priority, verification, evidence, source, link } = action
  const { isUnproven, sort, weighed, metric } = action
  const { className, ...place } = usePlace(target('action', action.id))
  return (
    <li
      {...place}
      className={classes(className, 'break-inside-avoid rounded-none! border-b border-line py-2.5 wrap-anywhere')}
    >
      <p className="font-medium">{title}</p>
      <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft">
        <span>
          {owner === null ? (
            <strong className="font-semibold text-amber">Nobody yet</strong>
          ) : (
            <strong className="font-semibold text-ink">{owner}</strong>
          )}
        </span>
        <span className="tabular">
          {due === null ? (
            <strong className="font-semibold text-amber">no date yet</strong>
          ) : (
            `due ${due}${isOverdue ? ' (overdue)' : ''}`
          )}
        </span>
        <span>{priorityTitles[priority]} priority</span>
        <span className={isUnproven ? 'font-semibold text-amber' : undefined}>{statusText(action)}</span>
        {sort !== '' && <span>{sort}</span>}
        {weighed !== '' && <span>{weighed}</span>}
        {link !== null && (
          <a href={link} rel="noreferrer" className="underline underline-offset-2">
            {linkHost(link)}
          </a>
        )}
      </p>
      {verification.trim() !== '' && <p className="mt-0.5 whitespace-pre-wrap">Verified by: {verification}</p>}
      {evidence.trim() !== '' && <p className="mt-0.5 whitespace-pre-wrap">Evidence: {evidence}</p>}
      {metric.trim() !== '' && <p className="mt-0.5 whitespace-pre-wrap">Success: {metric}</p>}
      {source !== null && (
        <p className="mt-0.5 text-sm text-ink-soft">
          From: <PlaceLink target={source.target}>{source.words}</PlaceLink>
        </p>
      )}
      <LinkedTo links={action.linkedTo} />
    </li>
  )
}
