import { useMemo } from 'react'
import { renderSVG } from 'uqr'
import { classes } from '../../ui/classes.ts'

/** A link as a picture that a phone's camera reads. Dark on white in every theme: scanners want it so. */
export function QrCode({
  link,
  label,
  size = 'md',
}: {
  readonly link: string
  readonly label: string
  readonly size?: 'sm' | 'md'
}) {
  const source = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(link, { border: 2, ecc: 'M' }))}`,
    [link],
  )
  return (
    <img
      src={source}
      alt={label}
      className={classes('shrink-0 rounded-md border border-line', size === 'sm' ? 'size-28' : 'size-44')}
    />
  )
}
