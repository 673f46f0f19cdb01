/** Hands a text to the browser as a file to keep. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The click has begun the download; freeing it in the same turn would cut it off in some browsers.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
