import type { ContentRootName } from '../../shared/document/schema.ts'
import { useMay } from './hooks.ts'

/** Whether I may add to and change this part of the facts. */
export function useMayEdit(root: ContentRootName): boolean {
  return useMay().create(root).allowed
}

export function useMayEditRecord(): boolean {
  return useMay().change('incident', 'severity').allowed
}

/** Whether I may change version, approval and the rest of document control: on a finished review too. */
export function useMayControl(): boolean {
  return useMay().change('incident', 'version').allowed
}
