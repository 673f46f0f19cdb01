import type { ContentRootName } from '../../shared/document/schema.ts'
import { useMay } from './hooks.ts'

/** Whether I may add to and change this part of the facts. */
export function useMayEdit(root: ContentRootName): boolean {
  return useMay().create(root).allowed
}

export function useMayEditRecord(): boolean {
  return useMay().change('incident', 'severity').allowed
}
