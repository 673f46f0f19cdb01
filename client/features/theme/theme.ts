import { useSyncExternalStore } from 'react'
import { remember, remembered } from '../../ui/remembered.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const themeTitles: Readonly<Record<Theme, string>> = {
  system: 'Same as this device',
  light: 'Light',
  dark: 'Dark',
}

/** The chosen theme; `public/theme.js` reads the same key before the first paint. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(onChange, chosenTheme)
  return [theme, chooseTheme]
}

/** Bigger type for a room. */
export function useProjector(): readonly [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(onChange, () => document.documentElement.dataset.size === 'projector')
  return [on, chooseProjector]
}

const listeners = new Set<() => void>()

function onChange(listener: () => void): () => void {
  listeners.add(listener)
  const system = matchMedia('(prefers-color-scheme: dark)')
  const follow = () => show(chosenTheme())
  system.addEventListener('change', follow)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', follow)
  }
}

function chosenTheme(): Theme {
  const kept = remembered('theme')
  return themes.find((theme) => theme === kept) ?? 'system'
}

function chooseTheme(theme: Theme): void {
  remember('theme', theme === 'system' ? null : theme)
  show(theme)
  for (const listener of listeners) listener()
}

function chooseProjector(on: boolean): void {
  remember('size', on ? 'projector' : null)
  if (on) document.documentElement.dataset.size = 'projector'
  else delete document.documentElement.dataset.size
  for (const listener of listeners) listener()
}

function show(theme: Theme): void {
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
