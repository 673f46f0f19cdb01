import type { Theme } from './entries.ts'
import { compareText } from './rank.ts'

/** What of a theme says whether it is there, and what became of it. */
export type ThemeBone = Pick<Theme, 'id' | 'removed' | 'mergedInto'>

/**
 * The theme that one is by now: itself, the one into which it was merged, or null where it is gone.
 *
 * @remarks
 * Two people apart may merge two themes into each other. Then the one with the lesser id stays, everywhere alike, with
 * the notes and votes of both. [THEME3]
 */
export function themeNow(themes: ReadonlyMap<string, ThemeBone>, id: string): string | null {
  const passed: string[] = []
  for (let at = id; ; ) {
    const theme = themes.get(at)
    if (theme === undefined) return null
    if (theme.removed === undefined) return at
    if (theme.mergedInto === undefined) return null
    const circle = passed.indexOf(at)
    if (circle >= 0) return passed.slice(circle).sort(compareText)[0] ?? null
    passed.push(at)
    at = theme.mergedInto
  }
}

/** Each theme that was merged -> the theme that it is part of now. */
export function mergedThemes(themes: readonly ThemeBone[]): ReadonlyMap<string, string> {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  return new Map(
    themes.flatMap(({ id, mergedInto }) => {
      const now = mergedInto === undefined ? id : themeNow(byId, id)
      return now === null || now === id ? [] : [[id, now] as const]
    }),
  )
}
