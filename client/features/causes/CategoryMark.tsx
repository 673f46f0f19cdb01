import { CloudLightning, Cpu, UserRound, Workflow } from 'lucide-react'
import type { ReactElement } from 'react'
import { type Category, categoryTitle } from '../../../shared/incident/categories.ts'
import { Badge } from '../../ui/Badge.tsx'

export const categoryIcons: Readonly<Record<Category, ReactElement>> = {
  technical: <Cpu aria-hidden="true" />,
  process: <Workflow aria-hidden="true" />,
  human: <UserRound aria-hidden="true" />,
  external: <CloudLightning aria-hidden="true" />,
}

export function CategoryMark({ category }: { readonly category: Category | null }) {
  if (category === null) return null
  return (
    <Badge icon={categoryIcons[category]} className="mt-1 min-h-6 shrink-0 font-normal">
      <span className="@max-sm:sr-only">{categoryTitle(category)}</span>
    </Badge>
  )
}
