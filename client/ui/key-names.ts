const apple: Readonly<Record<string, string>> = { $mod: '⌘', Shift: '⇧', Alt: '⌥', Control: '⌃' }
const other: Readonly<Record<string, string>> = { $mod: 'Ctrl', Control: 'Ctrl' }
const both: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Enter: 'Enter',
  ' ': 'Space',
}

/** What stands on the keys of a shortcut, one name a key. A question mark needs no Shift named: it is on the key. */
export function keyNames(keys: string, isApple: boolean): readonly string[] {
  if (keys === 'Shift+?') return ['?']
  const names = isApple ? apple : other
  return keys.split('+').map((key) => names[key] ?? both[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}
