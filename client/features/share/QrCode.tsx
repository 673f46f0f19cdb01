import { useMemo } from 'react'
import { renderSVG } from 'uqr'

/** A link as a picture that a phone's camera reads. Dark on white in every theme: scanners want it so. */
export function QrCode({ link, label }: { readonly link: string; readonly label: string }) {
  const source = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(link, { border: 2, ecc: 'M' }))}`,
    [link],
  )
  return <img src={source} alt={label} width={176} height={176} className="size-44 rounded-md border border-line" />
}
