import type { Target } from './session.ts'

export const targetKinds = ['note', 'theme', 'section', 'event', 'action', 'cause'] as const

export type TargetKind = (typeof targetKinds)[number]

export function target(kind: TargetKind, id: string): Target {
  return `${kind}:${id}`
}

/** What a text points at, or null when it is not `<kind>:<id>`. Whether the thing exists is not asked. */
export function parseTarget(
  text: string,
): { readonly kind: TargetKind; readonly id: string; readonly target: Target } | null {
  const colon = text.indexOf(':')
  const kind = targetKinds.find((known) => known === text.slice(0, colon))
  const id = text.slice(colon + 1)
  if (colon < 0 || kind === undefined || id === '') return null
  return { kind, id, target: target(kind, id) }
}
