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
  const visible = text
    // Control characters, and marks that reverse or hide what follows them; joiners stay, since emoji need them.
    .replace(/(?![\t-\r])[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu, '')
    // Afterwards, since what stood on both sides of them has met by now.
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
  return [...visible].slice(0, longest).join('').trim()
}
