import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, TextInput } from '../../ui/Field.tsx'

/** A link to copy, shown so that it can be checked or typed off. */
export function CopyLink({
  label,
  hint,
  link,
}: {
  readonly label: string
  readonly hint?: string
  readonly link: string
}) {
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })}>
      <div className="flex gap-2">
        <TextInput
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1 text-ink-soft"
        />
        <CopyButton text={link} label="Copy" />
      </div>
    </Field>
  )
}

export function CopyButton({
  text,
  label,
  variant = 'secondary',
}: {
  readonly text: string
  readonly label: string
  readonly variant?: 'primary' | 'secondary'
}) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')

  useEffect(() => {
    if (state === 'ready') return
    const timer = setTimeout(() => setState('ready'), 2500)
    return () => clearTimeout(timer)
  }, [state])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
      announce('Copied')
    } catch {
      setState('refused')
      announce('This browser did not let me copy. Select the text and copy it yourself.')
    }
  }

  return (
    <Button variant={variant} icon={state === 'copied' ? <Check /> : <Copy />} onClick={() => void copy()}>
      {state === 'copied' ? 'Copied' : state === 'refused' ? 'Press Ctrl+C' : label}
    </Button>
  )
}
