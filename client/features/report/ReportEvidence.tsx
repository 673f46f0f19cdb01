import type { ReportEvidence as Chain } from '../../../shared/report/evidence.ts'

/** What was linked, from what is done about it down to what was seen. */
export function ReportEvidence({ chains }: { readonly chains: readonly Chain[] }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold print:break-after-avoid">Chain of evidence</h3>
      <Chains chains={chains} />
    </div>
  )
}

function Chains({ chains, isBelow = false }: { readonly chains: readonly Chain[]; readonly isBelow?: boolean }) {
  return (
    <ul className={isBelow ? 'mt-1 ml-1.5 space-y-1 border-l border-line pl-4' : 'space-y-3'}>
      {chains.map(({ target, label, words, restsOn }) => (
        <li key={target} className="wrap-anywhere">
          <span className="tabular mr-2 text-sm text-ink-soft">{label}</span>
          <span className={isBelow ? '' : 'font-medium'}>{words}</span>
          {restsOn.length > 0 && <Chains chains={restsOn} isBelow />}
        </li>
      ))}
    </ul>
  )
}
