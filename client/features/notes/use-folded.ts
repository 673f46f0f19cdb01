import { useKeptText } from '../../session/keep.ts'

/** Which themes are folded on this device, and how one is folded or unfolded. */
export function useFolded(): {
  readonly isFolded: (theme: string) => boolean
  readonly set: (themes: readonly string[], folded: boolean) => void
} {
  const [kept, keep] = useKeptText('folded')
  const folded = new Set(kept.split(' ').filter((id) => id !== ''))
  return {
    isFolded: (theme) => folded.has(theme),
    set: (themes, isFolded) => {
      for (const theme of themes) {
        if (isFolded) folded.add(theme)
        else folded.delete(theme)
      }
      keep([...folded].join(' '))
    },
  }
}
