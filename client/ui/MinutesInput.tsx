import { TextInput } from './Field.tsx'

interface MinutesInputProps {
  /** Of what takes so long. */
  readonly name: string
  readonly minutes: number | null
  /** `null`: for as long as it takes. */
  readonly onChange: (minutes: number | null) => void
}

/** How long something is to take, up to a day. */
export function MinutesInput({ name, minutes, onChange }: MinutesInputProps) {
  return (
    <>
      <TextInput
        aria-label={`Minutes for ${name}`}
        type="number"
        min={1}
        max={1440}
        value={minutes ?? ''}
        placeholder="–"
        onChange={(event) => onChange(minutesFrom(event.target.value))}
        className="tabular w-18! text-right"
      />
      <span className="text-sm text-ink-soft">min</span>
    </>
  )
}

function minutesFrom(text: string): number | null {
  const minutes = Math.round(Number(text))
  return text.trim() === '' || !Number.isFinite(minutes) || minutes < 1 ? null : Math.min(1440, minutes)
}
