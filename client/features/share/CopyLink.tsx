import { CopyButton } from '../../ui/CopyButton.tsx'
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
