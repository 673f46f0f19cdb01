import { type ReactNode, useId, useState } from 'react'
import { classes } from './classes.ts'

export interface Choice {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  /** A heading it stands under. */
  readonly group: string
}

interface Props {
  /** What is looked for. */
  readonly label: string
  readonly choices: readonly Choice[]
  readonly onPick: (id: string) => void
}

/** A list to choose from by typing, arrows and Enter, or by tapping. */
export function Picker({ label, choices, onPick }: Props) {
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const list = useId()
  const found = choices.filter((choice) => choice.label.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
  const active = found[Math.min(at, found.length - 1)]

  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length))
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && active) {
      event.preventDefault()
      onPick(active.id)
    }
  }

  return (
    <div>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={active && `${list}-${active.id}`}
        aria-label={label}
        placeholder={label}
        value={wanted}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
        autoFocus
        onChange={(event) => {
          setWanted(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="field-box"
      />
      <div id={list} role="listbox" aria-label={label} className="mt-2 -mx-2 max-h-[50dvh] overflow-y-auto">
        {found.map((choice, index) => (
          <div key={choice.id}>
            {choice.group !== found[index - 1]?.group && (
              <div role="presentation" className="px-2 pt-3 pb-1 text-sm text-ink-soft">
                {choice.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts in the field above */}
            <div
              id={`${list}-${choice.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={choice === active}
              onClick={() => onPick(choice.id)}
              onPointerMove={() => setAt(index)}
              ref={choice === active ? scrolledTo : undefined}
              className={classes(
                'flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1.5 pointer-coarse:min-h-11',
                choice === active && 'bg-ink/7',
              )}
            >
              {choice.icon}
              <span className="line-clamp-2 min-w-0">{choice.label}</span>
            </div>
          </div>
        ))}
        {found.length === 0 && <p className="px-2 py-4 text-ink-soft">Nothing here has these words.</p>}
      </div>
    </div>
  )
}

function scrolledTo(node: HTMLElement | null): void {
  node?.scrollIntoView({ block: 'nearest' })
}
