import type { FlatValues } from '../../../shared/document/schema.ts'

/** Whether a field of the record says anything. */
export function isFilled(incident: FlatValues<'incident'>, field: keyof FlatValues<'incident'>): boolean {
  const value = incident[field]
  if (typeof value === 'string') return value.trim() !== ''
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined
}
