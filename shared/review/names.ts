import { withoutHiddenSigns } from './hidden-signs.ts'

export const longestName = 80
export const longestTitle = 200

/** Hue names of the design tokens that tell people apart. */
export const personColors = [
  'blue',
  'orange',
  'green',
  'pink',
  'violet',
  'teal',
  'red',
  'amber',
  'indigo',
  'lime',
  'cyan',
  'fuchsia',
] as const

export type PersonColor = (typeof personColors)[number]

/** The colour of the nth person to join (from 0): no two alike before all have been used. */
export function colorFor(n: number): PersonColor {
  return personColors[Math.abs(Math.trunc(n)) % personColors.length] ?? 'blue'
}

/** A person's name as it is shown: one line, nothing invisible. Empty if nothing is left. */
export function cleanName(text: string): string {
  return cleaned(text, longestName)
}

/** A title as it is shown: one line, nothing invisible. Empty if nothing is left. */
export function cleanTitle(text: string): string {
  return cleaned(text, longestTitle)
}

function cleaned(text: string, longest: number): string {
  const visible = withoutHiddenSigns(text)
    // Afterwards, since what stood on both sides of them has met by now.
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    // A heap of accents reaches into the lines above and below.
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
  const cut = bare([...bare(visible)].slice(0, longest).join(''))
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(cut) ? cut : ''
}

/** Without spaces and joiners around it. */
function bare(text: string): string {
  return text.replace(/^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/gu, '')
}
