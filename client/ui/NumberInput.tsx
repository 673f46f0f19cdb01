import { useState } from 'react'
import { TextInput } from './Field.tsx'

/** A whole number within a range, both ends included; what is typed meanwhile may be none. */
export function NumberInput({
  value,
  range: [least, most],
  onChange,
}: {
  readonly value: number
  readonly range: readonly [number, number]
  readonly onChange: (value: number) => void
}) {
  const [text, setText] = useState(String(value))
  return (
    <TextInput
      type="number"
      inputMode="numeric"
      min={least}
      max={most}
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        const number = Math.round(Number(event.target.value))
        if (event.target.value !== '' && number >= least && number <= most) onChange(number)
      }}
      onBlur={() => setText(String(value))}
      className="tabular"
    />
  )
}
