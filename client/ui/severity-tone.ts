import type { BadgeTone } from './Badge.tsx'

export function severityTone(severity: string): BadgeTone {
  if (severity === 'SEV-1') return 'danger'
  return severity === 'SEV-2' ? 'amber' : 'neutral'
}
