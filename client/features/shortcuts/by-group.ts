import type { Shortcut } from '../../ui/shortcuts.tsx'

/** In the order in which groups first appear; of two under one name and group the later one counts. */
export function byGroup(shortcuts: readonly Shortcut[]): readonly (readonly [string, readonly Shortcut[]])[] {
  const groups = new Map<string, Map<string, Shortcut>>()
  for (const shortcut of shortcuts) {
    const group = groups.get(shortcut.group) ?? new Map<string, Shortcut>()
    group.set(shortcut.label, shortcut)
    groups.set(shortcut.group, group)
  }
  return [...groups].map(([name, group]) => [name, [...group.values()]])
}
