import { classes } from './classes.ts'
import { keyNames } from './key-names.ts'

/** The keys of a shortcut, written as on this machine's keyboard: `$mod+K`, `Shift+?`, `g`. */
export function Kbd({ keys, onInk = false }: { readonly keys: string; readonly onInk?: boolean }) {
  return (
    <span className="inline-flex gap-0.5">
      {keyNames(keys, isApple()).map((name) => (
        <kbd
          key={name}
          className={classes(
            'min-w-5 rounded-sm border px-1 text-center font-sans text-sm leading-4.5',
            onInk ? 'border-paper/35 text-paper' : 'border-line bg-sunken text-ink-soft',
          )}
        >
          {name}
        </kbd>
      ))}
    </span>
  )
}

function isApple(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)
}
