import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

export interface Tab {
  readonly id: string
  readonly label: ReactNode
  readonly panel: ReactNode
}

export interface TabsProps {
  /** What the tabs choose between. */
  readonly label: string
  readonly tabs: readonly Tab[]
  readonly value?: string
  readonly onChange?: (id: string) => void
  readonly className?: string
}

export function Tabs({ label, tabs, value, onChange, className }: TabsProps) {
  const choice =
    value === undefined
      ? { defaultValue: tabs[0]?.id ?? null }
      : { value, onValueChange: (id: string) => onChange?.(id) }
  return (
    <Base.Root {...choice} className={className}>
      <Base.List aria-label={label} className="relative flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.id}
            value={tab.id}
            className="tap -mb-px shrink-0 border-b-2 border-transparent px-2.5 py-2 text-ink-soft transition-colors hover:text-ink data-active:border-ink data-active:font-medium data-active:text-ink focus-visible:-outline-offset-2"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className="pt-4 focus-visible:outline-offset-4">
          {tab.panel}
        </Base.Panel>
      ))}
    </Base.Root>
  )
}
