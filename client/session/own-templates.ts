import { useState } from 'react'
import type { OwnTemplate } from '../../shared/review/own-template.ts'
import { remember, remembered } from '../ui/remembered.ts'

const place = 'templates'

/** The templates that this browser keeps for whoever uses it. */
export function ownTemplates(): readonly OwnTemplate[] {
  try {
    return JSON.parse(remembered(place) ?? '[]') as readonly OwnTemplate[] // written by keepTemplates alone
  } catch {
    return []
  }
}

export function keepTemplates(templates: readonly OwnTemplate[]): void {
  remember(place, templates.length === 0 ? null : JSON.stringify(templates))
}

/** Whatever is set is kept, too. */
export function useOwnTemplates(): readonly [
  templates: readonly OwnTemplate[],
  set: (templates: readonly OwnTemplate[]) => void,
] {
  const [templates, setTemplates] = useState(ownTemplates)
  return [
    templates,
    (next) => {
      keepTemplates(next)
      setTemplates(next)
    },
  ]
}
