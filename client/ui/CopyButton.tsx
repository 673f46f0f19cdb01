import { Check, Copy } from 'lucide-react'
import { announce } from './announce.ts'
import { Button } from './Button.tsx'
import { useBriefly } from './use-briefly.ts'

/** Puts a text on the clipboard, and says whether the browser let it. */
export function CopyButton({
  text,
  label,
  variant = 'secondary',
}: {
  readonly text: string
  readonly label: string
  readonly variant?: 'primary' | 'secondary'
}) {
  const [state, setState] = useBriefly<'copied' | 'refused'>()

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
