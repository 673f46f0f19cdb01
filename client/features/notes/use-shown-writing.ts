import { useEffect, useState } from 'react'
import { target } from '../../../shared/review/target.ts'
import { useSession } from '../../session/context.tsx'

/** Shows others that I am writing in a section, never what: while its composer has the keyboard and some text. */
export function useShownWriting(section: string, hasText: boolean) {
  const { presence } = useSession()
  const [hasFocus, setFocus] = useState(false)
  const isWriting = hasFocus && hasText
  useEffect(() => {
    if (!hasFocus) return
    presence.set({ at: section })
    return () => presence.set({ at: null })
  }, [presence, section, hasFocus])
  useEffect(() => {
    if (!isWriting) return
    const editing = target('section', section)
    presence.set({ editing })
    return () => {
      if (presence.mine().editing === editing) presence.set({ editing: null })
    }
  }, [presence, section, isWriting])
  return { onFocus: () => setFocus(true), onBlur: () => setFocus(false) }
}
