import { type LinesOptions, parseTimelineLines } from '../../shared/incident/timeline-lines.ts'

export const utc: LinesOptions = { date: '2026-03-02', zone: 'UTC' }
export const berlin: LinesOptions = { date: '2026-03-02', zone: 'Europe/Berlin' }

export const read = (text: string, options = utc) => parseTimelineLines(text, options)
export const times = (text: string, options = utc) => read(text, options).events.map(({ at }) => at)
export const said = (text: string, options: Partial<LinesOptions> = {}) =>
  read(text, { ...utc, ...options }).events.map(({ actor, event }) => [actor, event])
