import { useEffect } from 'react'
import { useSession } from '../../session/context.tsx'

/** Shows the others that I am in a field, as long as the keyboard is in it. */
export function useShownIn(place: string) {
  const { presence } = useSession()
  const leave = () => {
    if (presence.mine().editing === place) presence.set({ editing: null })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the field goes
  useEffect(() => leave, [place])
  return { onFocus: () => presence.set({ editing: place }), onBlur: leave }
}
