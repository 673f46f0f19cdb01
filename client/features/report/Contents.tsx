import type { ShownPart } from './report-parts.tsx'

/** Where to find what; beside the report where there is room for it. */
export function Contents({ parts }: { readonly parts: readonly ShownPart[] }) {
  return (
    <nav aria-label="Contents" className="hidden pt-10 xl:block print:hidden">
      <ul className="sticky top-20 space-y-1 text-sm">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="block rounded-sm py-0.5 text-ink-soft hover:text-ink">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
