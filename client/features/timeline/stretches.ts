import type { BarStretch } from '../../../shared/incident/time-bar.ts'
import type { ScaleTone } from '../../ui/ScaleBar.tsx'

export const stretchTones: Readonly<Record<BarStretch, ScaleTone>> = {
  unnoticed: 'danger',
  responding: 'amber',
  mitigating: 'mending',
  after: 'over',
}

export const stretchNames: Readonly<Record<BarStretch, string>> = {
  unnoticed: 'Unnoticed',
  responding: 'Finding out',
  mitigating: 'Mitigating',
  after: 'After the restore',
}
