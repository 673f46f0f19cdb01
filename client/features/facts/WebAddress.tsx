import { useState } from 'react'
import { LineInput } from '../../ui/LineInput.tsx'

interface WebAddressProps {
  readonly label: string
  readonly value: string | null
  /** Says whether it was taken. */
  readonly onCommit: (next: string | null) => boolean
  readonly className?: string
}

/** A web address. What is none is said so, and kept to be mended. */
export function WebAddress({ label, value, onCommit, className }: WebAddressProps) {
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <>
      <LineInput
        type="url"
        aria-label={label}
        aria-invalid={refused !== null || undefined}
        placeholder="https://"
        value={refused ?? value ?? ''}
        onCommit={(next) => setRefused(onCommit(next === '' ? null : next) ? null : next)}
        {...(className !== undefined && { className })}
      />
      {refused !== null && (
        <p role="alert" className="text-sm text-danger">
          A web address starts with https:// or http://.
        </p>
      )}
    </>
  )
}
